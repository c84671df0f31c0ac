package lab.bench.source;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists in memory only. */
final class SourceFile extends SimpleJavaFileObject {

    private final String text;

    SourceFile(String type, String text) {
        super(URI.create("cell:///nb/" + type + ".java"), Kind.SOURCE);
        this.text = text;
    }

    /** A file for each page, by the name of its type. */
    static List<SourceFile> of(Map<String, Page> pages) {
        return pages.entrySet().stream()
                .map(page -> new SourceFile(page.getKey(), page.getValue().text()))
                .toList();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
