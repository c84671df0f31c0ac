package lab.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The kernel's own standard error, which the Jupyter server shows in its terminal. */
final class ServerLog {

    private static final PrintStream LOG =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true);

    private ServerLog() {}

    static void print(String text) {
        LOG.print(text);
    }
}
