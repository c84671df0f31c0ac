package lab.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;

/** A request channel whose thread sleeps until a request arrives. */
final class WaitingChannel extends ShellChannel {

    private static final int FOREVER = -1;

    private final boolean control;
    private final LabConnection connection;
    private final ZMQ.Context context;
    private final ZMQ.Poller poller;
    private final Deque<Message<?>> held = new ArrayDeque<>();

    WaitingChannel(KernelConnectionProperties properties, boolean control, LabConnection connection)
            throws NoSuchAlgorithmException, InvalidKeyException {
        this(properties, control, connection, ZMQ.context(1));
    }

    private WaitingChannel(
            KernelConnectionProperties properties,
            boolean control,
            LabConnection connection,
            ZMQ.Context context)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(context, properties.createHMACGenerator(), control, connection);
        this.control = control;
        this.connection = connection;
        this.context = context;
        this.poller = context.poller(1);
        poller.register(this, ZMQ.Poller.POLLIN);
    }

    @Override
    public void bind(KernelConnectionProperties properties) {
        int port = control ? properties.getControlPort() : properties.getShellPort();
        bind(formatAddress(properties.getTransport(), properties.getIp(), port));
    }

    void serve() {
        Thread.ofPlatform().daemon().name(control ? "control" : "shell").start(this::handleAll);
    }

    /** Sends everything that is still queued; the channel cannot be used after this. */
    void flush() {
        close();
        context.close();
    }

    @Override
    public void waitUntilClose() {}

    /**
     * After a cell has failed, the cells queued behind it must not run. This takes only requests
     * that arrived before the reply to the failed cell, so it never affects a later request.
     */
    void abortQueued() {
        while (poller.poll(0) > 0) {
            held.add(readMessage());
        }
    }

    private void handleAll() {
        while (!closed) {
            try {
                if (!held.isEmpty()) {
                    handle(held.poll(), true);
                } else if (poller.poll(FOREVER) > 0) {
                    handle(readMessage(), false);
                }
            } catch (RuntimeException | OutOfMemoryError failure) {
                report(failure);
            }
        }
    }

    private void handle(Message<?> message, boolean behindFailure) {
        var replies = connection.prepareReplyEnv(this, message);
        try {
            if (behindFailure && message.getContent() instanceof ExecuteRequest) {
                abort(replies, message);
            } else {
                dispatch(replies, message);
            }
        } finally {
            replies.resolveDeferrals();
        }
        if (replies.isMarkedForShutdown()) {
            connection.close();
        }
    }

    private <T> void dispatch(ShellReplyEnvironment replies, Message<T> message) {
        ShellHandler<T> handler = connection.getHandler(message.getHeader().getType());
        if (handler != null) {
            handler.handle(replies, message);
        }
    }

    private static void abort(ShellReplyEnvironment replies, Message<?> message) {
        replies.setBusyDeferIdle();
        replies.reply(Replies.of(message, ExecuteReply.MESSAGE_TYPE, Map.of("status", "aborted")));
    }

    private static void report(Throwable failure) {
        if (!(failure instanceof OutOfMemoryError)) {
            failure.printStackTrace();
        }
    }
}
