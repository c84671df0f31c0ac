package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import REPL.Spinning;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LearnersCodeTest {

    private final AtomicLong clock = new AtomicLong();
    private final ThreadGroup threads = new ThreadGroup("a check");
    private final LearnersCode code = new LearnersCode(threads, clock::get);

    @Test
    void runningTimeCountsFromTheFirstSampleThatSeesTheCode() throws Exception {
        var spinning = new Spinning();
        var thread = new Thread(threads, spinning::rest);
        thread.start();
        spinning.awaitRunning();

        assertThat(code.longest()).map(LearnersCode.Stay::time).contains(Duration.ZERO);
        clock.addAndGet(3_000_000_000L);
        assertThat(code.longest())
                .contains(new LearnersCode.Stay(Duration.ofSeconds(3), "Spinning.rest"));

        spinning.stop();
        thread.join();
        assertThat(code.longest()).isEmpty();
    }
}
