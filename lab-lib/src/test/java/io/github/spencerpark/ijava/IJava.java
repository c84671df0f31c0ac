package io.github.spencerpark.ijava;

import jdk.jshell.JShell;

/** Stands in for classic IJava: the same names, reached in the same way, and nothing else. */
public final class IJava {

    private static Kernel instance;

    private IJava() {}

    public static Kernel getKernelInstance() {
        return instance;
    }

    /** Runs the kernel whose cells this shell evaluates; null ends it. */
    public static void run(JShell shell) {
        instance = shell == null ? null : new Kernel(new Evaluator(shell));
    }

    /** The kernel keeps its evaluator to itself, as IJava does. */
    public static final class Kernel {
        @SuppressWarnings("unused")
        private final Evaluator evaluator;

        private Kernel(Evaluator evaluator) {
            this.evaluator = evaluator;
        }
    }

    /** Holds the shell. */
    public record Evaluator(JShell shell) {
        public JShell getShell() {
            return shell;
        }
    }
}
