package lab.kernel;

/** Thrown instead of ending the kernel when a cell asks for that. */
final class ExitRefused extends Error {

    ExitRefused(int status) {
        super(
                "System.exit(%d) would end the kernel and lose every variable, so it was not done."
                                .formatted(status)
                        + " To start again: Kernel > Restart.");
    }
}
