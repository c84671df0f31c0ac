package lab.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CountDownLatch;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;

/**
 * JJava's connection, with channels that block until a message arrives instead of polling every 50
 * ms.
 */
final class LabConnection extends JupyterConnection {

    private final KernelConnectionProperties properties;
    private final WaitingChannel requests;
    private final WaitingChannel controls;
    private final WaitingHeartbeat beats;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Outlet outlet;

    private LabConnection(KernelConnectionProperties properties)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        this.properties = properties;
        this.requests = new WaitingChannel(properties, false, this);
        this.beats = new WaitingHeartbeat(properties);
        this.controls = new WaitingChannel(properties, true, this);
    }

    /** Messages that arrive wait until {@link #serve}. */
    static LabConnection to(KernelConnectionProperties properties)
            throws NoSuchAlgorithmException, InvalidKeyException {
        var connection = new LabConnection(properties);
        connection.connect();
        return connection;
    }

    @Override
    public void connect() {
        iopub.setSndHWM(0);
        iopub.bind(properties);
        publish(PublishStatus.STARTING);
        stdin.bind(properties);
        beats.bind(properties);
        controls.bind(properties);
        requests.bind(properties);
    }

    void serve(Outlet outlet) {
        this.outlet = outlet;
        controls.serve();
        requests.serve();
        VitalThreads.remember();
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
        return new CellReplies((WaitingChannel) channel, stdin, iopub, context, outlet);
    }

    @Override
    public void close() {
        VitalThreads.forget();
        controls.flush();
        closed.countDown();
    }

    @Override
    public void waitUntilClose() {
        try {
            closed.await();
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(PublishStatus status) {
        iopub.sendMessage(
                KernelSession.sign(new Message<>(null, PublishStatus.MESSAGE_TYPE, status)));
    }
}
