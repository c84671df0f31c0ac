package lab.bench.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists in memory only. */
final class SourceFile extends SimpleJavaFileObject {

    private final String text;

    SourceFile(String type, String text) {
        super(URI.create("cell:///nb/" + type + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
