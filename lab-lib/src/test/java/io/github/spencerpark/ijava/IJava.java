package io.github.spencerpark.ijava;

import jdk.jshell.JShell;

/** Stands in for classic IJava's main class: the same names, reached in the same way. */
public final class IJava {

    private static JavaKernel instance;

    private IJava() {}

    public static JavaKernel getKernelInstance() {
        return instance;
    }

    /** Runs the kernel whose cells this shell evaluates. */
    public static JavaKernel run(JShell shell) {
        instance = new JavaKernel(shell);
        return instance;
    }

    public static void end() {
        instance = null;
    }
}
