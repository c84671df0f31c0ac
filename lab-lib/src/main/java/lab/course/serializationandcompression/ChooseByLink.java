package lab.course.serializationandcompression;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import lab.compress.Codec;
import lab.compress.CodecChoice;
import lab.compress.Compression;
import lab.dataset.Orders;
import lab.exercise.Verdict;
import lab.measure.Text;

/**
 * Exercise 08.2: a codec for each payload and link. What was chosen must arrive nearly as early as
 * with the best of the usual codecs, by times that are measured now.
 */
final class ChooseByLink {

    private static final double[] LINKS = {1, 50, 10_000};
    private static final double NEARLY = 1.35;
    private static final Duration QUICK = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int CALLS = 3;

    private ChooseByLink() {}

    static Verdict check(CodecChoice choice) throws Exception {
        for (var payload : payloads().entrySet()) {
            for (double link : LINKS) {
                var took = choose(choice, payload.getValue(), link);
                if (took.compareTo(PATIENCE) > 0) {
                    return new Verdict.Wrong(
                            "For %s and %s Mbit/s, the choice alone took %s."
                                    .formatted(payload.getKey(), Text.of(link), Text.of(took)),
                            "Do not try all codecs on all of it: the time of the choice counts.");
                }
            }
        }
        return arrives(choice);
    }

    /** The shortest of a few calls: the first one may load classes. */
    private static Duration choose(CodecChoice choice, byte[] payload, double link)
            throws Exception {
        var shortest = Duration.ofDays(1);
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            choice.choose(payload, link);
            var took = Duration.ofNanos(System.nanoTime() - start);
            shortest = took.compareTo(shortest) < 0 ? took : shortest;
        }
        return shortest;
    }

    private static Verdict arrives(CodecChoice choice) throws Exception {
        for (var payload : payloads().entrySet()) {
            var usual = Compression.within(QUICK, payload.getValue(), usual());
            for (double link : LINKS) {
                var chosen = choice.choose(payload.getValue(), link);
                if (chosen == null) {
                    return new Verdict.Wrong(
                            "For %s it chose null.".formatted(payload.getKey()),
                            "Return `Codec.none()` where compression does not pay.");
                }
                var run = run(chosen, usual, payload.getValue());
                var best = usual.best(link);
                if (run.seconds(link) > NEARLY * best.seconds(link)) {
                    return tooLate(payload.getKey(), link, run, best);
                }
            }
        }
        return new Verdict.Passed("Each payload arrives nearly as early as it can.");
    }

    private static Compression.Run run(Codec chosen, Compression usual, byte[] payload)
            throws Exception {
        for (var run : usual.runs()) {
            if (run.codec().equals(chosen)) {
                return run;
            }
        }
        return Compression.within(QUICK, payload, chosen).runs().getLast();
    }

    private static Verdict tooLate(
            String payload, double link, Compression.Run run, Compression.Run best) {
        return new Verdict.Wrong(
                "For %s on a link of %s Mbit/s, \"%s\" arrives after %s; \"%s\" after %s."
                        .formatted(
                                payload,
                                Text.of(link),
                                run.name(),
                                time(run, link),
                                best.name(),
                                time(best, link)),
                "Three questions: does the content shrink at all, is it worth the time on this"
                        + " link, and which level?");
    }

    private static String time(Compression.Run run, double link) {
        return Text.of(Duration.ofNanos((long) (1e9 * run.seconds(link))));
    }

    private static Codec[] usual() {
        var all = new ArrayList<>(List.of(Codec.gzip(1), Codec.gzip(6)));
        if (Codec.hasBrotli()) {
            all.addAll(List.of(Codec.brotli(1), Codec.brotli(4), Codec.brotli(6)));
        }
        return all.toArray(Codec[]::new);
    }

    /** Other bytes in each check, and sizes that do not tell what they are. */
    private static Map<String, byte[]> payloads() {
        var random = new Random(ThreadLocalRandom.current().nextLong());
        var picture = new byte[20_000 + random.nextInt(600_000)];
        random.nextBytes(picture);
        var all = new LinkedHashMap<String, byte[]>();
        put(
                all,
                "of a message",
                "{\"id\":%d,\"idempotencyKey\":\"%016x%016x\"}"
                        .formatted(random.nextInt(100_000), random.nextLong(), random.nextLong())
                        .getBytes(UTF_8));
        put(all, "of orders", Orders.json(15_000 + random.nextInt(20_000)));
        put(all, "of more orders", Orders.json(400_000 + random.nextInt(600_000)));
        put(all, "of a picture", picture);
        return all;
    }

    private static void put(Map<String, byte[]> all, String what, byte[] payload) {
        all.put("%,d bytes %s".formatted(payload.length, what), payload);
    }
}
