package lab.kernel;

import java.util.Map;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** Replies with content that JJava's own classes cannot express. */
final class Replies {

    private Replies() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Message<?> of(MessageContext request, MessageType<?> type, Map<String, ?> content) {
        return new Message(request, (MessageType) type, content);
    }
}
