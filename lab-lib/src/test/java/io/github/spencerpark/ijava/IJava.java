package io.github.spencerpark.ijava;

import jdk.jshell.JShell;

/** A fake of the main class of classic IJava: same names, same access. */
public final class IJava {

    private static JavaKernel instance;

    private IJava() {}

    public static JavaKernel getKernelInstance() {
        return instance;
    }

    /** Starts a kernel that evaluates its cells in this shell. */
    public static JavaKernel run(JShell shell) {
        instance = new JavaKernel(shell);
        return instance;
    }

    public static void end() {
        instance = null;
    }
}
