package lab.child;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.measure.CauseChain;

/** The main class of a child JVM: reads a job from one file and writes its end to another. */
final class Child {

    private static final int OUT_OF_MEMORY = 3;

    /** What is sent back: a result, or an error. */
    record Answer(Serializable result, Spent spent, String error) implements Serializable {}

    private Child() {}

    public static void main(String[] files) throws IOException {
        var answer = answer(Path.of(files[0]));
        try (var out = new ObjectOutputStream(Files.newOutputStream(Path.of(files[1])))) {
            out.writeObject(answer);
        }
        // Whatever threads the job has left must not keep this JVM alive.
        System.exit(0);
    }

    private static Answer answer(Path file) {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            var job = (Job<?>) in.readObject();
            var watch = new Watch();
            var result = job.run();
            return new Answer(result, watch.spent(), "");
        } catch (Throwable e) {
            return failed(e);
        }
    }

    /** An OutOfMemoryError of a library, such as that of direct buffers, does not end the JVM. */
    private static Answer failed(Throwable e) {
        if (CauseChain.of(e).anyMatch(OutOfMemoryError.class::isInstance)) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        return new Answer(null, Spent.NOTHING, e.toString());
    }
}
