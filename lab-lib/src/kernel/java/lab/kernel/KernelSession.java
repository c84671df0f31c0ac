package lab.kernel;

import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;

/**
 * Gives every message the same session id: that of this kernel. JJava uses the session of the
 * client that asks. JupyterLab takes a change of the session for a restart of the kernel, drops the
 * messages it has not handled yet, and shows the kernel as unknown until the first cell has run.
 */
final class KernelSession {

    private static final String ID = UUID.randomUUID().toString();

    private KernelSession() {}

    static <T> Message<T> sign(Message<T> message) {
        return new Message<>(
                message.getIdentities(),
                sign(message.getHeader()),
                message.getParentHeader(),
                message.getMetadata(),
                message.getContent(),
                message.getBlobs());
    }

    /** For messages that JJava creates and sends in one step. */
    static MessageContext sign(MessageContext request) {
        return new Signed(request.getIdentities(), sign(request.getHeader()));
    }

    private static <T> Header<T> sign(Header<T> header) {
        return new Header<>(
                header.getId(),
                header.getUsername(),
                ID,
                header.getTimestamp(),
                header.getType(),
                header.getVersion());
    }

    @SuppressWarnings("rawtypes")
    private record Signed(List<byte[]> identities, Header header) implements MessageContext {

        @Override
        public List<byte[]> getIdentities() {
            return identities;
        }

        @Override
        public Header getHeader() {
            return header;
        }
    }
}
