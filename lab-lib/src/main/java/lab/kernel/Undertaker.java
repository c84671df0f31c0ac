package lab.kernel;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.jupyter.Processes;

/**
 * A small shell that ends the processes of cells after a kernel that was killed, which cannot do so
 * itself. Its input is a pipe from the kernel and ends with it. Jupyter starts every kernel as the
 * leader of a process group that bears its number and that the processes of cells belong to; where
 * there is no such group, and on Windows, such processes stay.
 */
final class Undertaker {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String WORK =
            "trap '' HUP INT TERM; read -r end_of_kernel; kill -9 -- -\"$1\"";

    private Undertaker() {}

    static void start() {
        if (!Files.isExecutable(SHELL)) {
            return;
        }
        var kernel = String.valueOf(ProcessHandle.current().pid());
        try {
            Processes.except(
                    new ProcessBuilder(SHELL.toString(), "-c", WORK, "undertaker", kernel)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start());
        } catch (IOException noProcesses) {
            // then cells cannot start any either
        }
    }
}
