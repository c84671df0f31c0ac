package lab.kernel;

import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;

/** Keeps the order: sends printed text before the display, error or end of cell that follows it. */
final class CellReplies extends ShellReplyEnvironment {

    private final WaitingChannel channel;
    private final StdinChannel stdin;
    private final Outlet outlet;

    CellReplies(
            WaitingChannel channel,
            StdinChannel stdin,
            JupyterSocket iopub,
            MessageContext context,
            Outlet outlet) {
        super(channel, stdin, iopub, context);
        this.channel = channel;
        this.stdin = stdin;
        this.outlet = outlet;
    }

    @Override
    public void publish(Message<?> message) {
        if (!(message.getContent() instanceof PublishStream)) {
            outlet.flush();
        }
        super.publish(KernelSession.sign(message));
    }

    @Override
    public void reply(Message<?> message) {
        super.reply(KernelSession.sign(message));
    }

    @Override
    public String readFromStdIn(String prompt, boolean isPassword) {
        return stdin.getInput(KernelSession.sign(getContext()), prompt, isPassword);
    }

    void abortQueued() {
        channel.abortQueued();
    }
}
