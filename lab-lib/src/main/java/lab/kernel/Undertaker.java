package lab.kernel;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.jupyter.Processes;

/**
 * A small shell process that ends the processes of cells after the kernel was killed and could not
 * do so itself. Its input is a pipe from the kernel, which closes when the kernel ends. Jupyter
 * starts every kernel as the leader of a process group with the pid of the kernel as its id, and
 * the processes of cells belong to this group. Where there is no such group, and on Windows, these
 * processes continue to run.
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
            // cells cannot start any processes either
        }
    }
}
