package lab.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lab.jupyter.Later;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Starts JJava's kernel with its parts configured: {@code KernelMain CONNECTION_FILE}. */
public final class KernelMain {

    /** Starting the undertaker must not delay the first result. */
    private static final Duration AFTER_THE_FIRST_CELL = Duration.ofSeconds(1);

    private KernelMain() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: KernelMain CONNECTION_FILE (as Jupyter writes it)");
            System.exit(2);
        }
        var ending = new Ending();
        new ParentWatch(System.getenv("JPY_PARENT_PID")).onEnd(ending::end);
        serve(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        ending.end();
    }

    private static void serve(KernelConnectionProperties properties) throws Exception {
        var connecting = Meanwhile.start("connect", () -> LabConnection.to(properties));
        var kernel = LabKernelBuilder.fromEnvironment().build();
        kernel.startUp();
        var connection = connecting.done();
        kernel.becomeHandlerForConnection(connection);
        connection.serve(kernel.outlet());
        Later.onTimer().run(AFTER_THE_FIRST_CELL, Undertaker::start);
        connection.waitUntilClose();
    }
}
