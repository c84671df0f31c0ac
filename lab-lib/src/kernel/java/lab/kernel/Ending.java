package lab.kernel;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import lab.jupyter.Processes;

/** Ends the JVM and the processes of its cells, even if a shutdown hook of the learner hangs. */
final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(Processes::endAll, "end-processes"));
    }

    void end() {
        if (!isTraining()) {
            Thread.ofPlatform().daemon().name("halt").start(Ending::haltLater);
        }
        System.exit(0);
    }

    /**
     * A JVM that has to write an AOT cache does so when it ends, which takes some time. (A process
     * handle knows only the first 4 KB of a command, and a class path is longer.)
     */
    private static boolean isTraining() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:AOTCacheOutput"));
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
        Processes.endAll();
        Runtime.getRuntime().halt(0);
    }
}
