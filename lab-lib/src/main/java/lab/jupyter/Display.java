package lab.jupyter;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * One display of a cell; each new state replaces the one before. Keeps the reply channel of its
 * cell, so that a background thread still updates its own cell while another cell, or none, runs.
 */
final class Display implements BiConsumer<String, String> {

    private final Kernels kernel;
    private final Object replies;
    private final String id = UUID.randomUUID().toString();
    private boolean opened;

    Display(Kernels kernel, Object replies) {
        this.kernel = kernel;
        this.replies = replies;
    }

    @Override
    public synchronized void accept(String html, String text) {
        try {
            publish(message(html, text));
            opened = true;
        } catch (ReflectiveOperationException unknownKernel) {
            System.out.println(text);
        }
    }

    private Object message(String html, String text) throws ReflectiveOperationException {
        var type = kernel.type("kernel.display.DisplayData");
        var data = type.getConstructor(String.class).newInstance(text);
        type.getMethod("putHTML", String.class).invoke(data, html);
        type.getMethod("setDisplayId", String.class).invoke(data, id);
        var message = opened ? "PublishUpdateDisplayData" : "PublishDisplayData";
        return kernel.type("messages.publish." + message).getConstructor(type).newInstance(data);
    }

    private void publish(Object message) throws ReflectiveOperationException {
        var content = kernel.type("messages.ContentType");
        var publish =
                Arrays.stream(kernel.type("channels.ReplyEnvironment").getMethods())
                        .filter(method -> method.getName().equals("publish"))
                        .filter(method -> method.getParameterTypes()[0].equals(content))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchMethodException("publish"));
        publish.invoke(replies, message);
    }
}
