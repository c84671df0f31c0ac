package lab.kernel;

/** Stands for the end of the kernel that a cell asked for. */
final class ExitRefused extends Error {

    ExitRefused(int status) {
        super(
                "System.exit(%d) would end the kernel and lose every variable, so it was not done."
                                .formatted(status)
                        + " To start again: Kernel > Restart.");
    }
}
