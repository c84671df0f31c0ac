package lab.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import org.dflib.jjava.jupyter.channels.HeartbeatChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;

/** Answers at once, sleeps in between, and survives a full heap. */
final class WaitingHeartbeat extends HeartbeatChannel {

    private final byte[] beat = new byte[64];

    WaitingHeartbeat(KernelConnectionProperties properties)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(ZMQ.context(1), properties.createHMACGenerator());
    }

    @Override
    public void bind(KernelConnectionProperties properties) {
        bind(formatAddress(properties.getTransport(), properties.getIp(), properties.getHbPort()));
        Thread.ofPlatform().daemon().name("heartbeat").start(this::serve);
    }

    private void serve() {
        while (!closed) {
            try {
                int length = recv(beat, 0, beat.length, 0);
                send(beat, 0, Math.max(0, length), 0);
            } catch (OutOfMemoryError tryAgain) {
                Thread.onSpinWait();
            }
        }
    }
}
