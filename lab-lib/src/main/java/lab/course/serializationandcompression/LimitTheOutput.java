package lab.course.serializationandcompression;

import static lab.exercise.Verdict.wrong;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import lab.compress.SafeInflate;
import lab.dataset.Orders;
import lab.exercise.Verdict;

/** Exercise 08.3: gzip from somebody else, with a limit on what comes out of it. */
final class LimitTheOutput {

    private static final int MOST = 1_000_000;
    private static final int ZEROS = 100_000_000;

    /** A million zeros are one kilobyte; a reader may read ahead a little. */
    private static final int READ_AHEAD = 40_000;

    private final SafeInflate inflate;

    private LimitTheOutput(SafeInflate inflate) {
        this.inflate = inflate;
    }

    static Verdict check(SafeInflate inflate) throws Exception {
        return new LimitTheOutput(inflate).judged();
    }

    private Verdict judged() throws Exception {
        var wrong = returns("100 KB of orders", Orders.json(100_000));
        wrong = wrong.isPresent() ? wrong : returns("nothing", new byte[0]);
        wrong = wrong.isPresent() ? wrong : returns("exactly as much as allowed", bytes(MOST));
        wrong = wrong.isPresent() ? wrong : refuses("one byte more", gzipped(bytes(MOST + 1)));
        wrong = wrong.isPresent() ? wrong : refusesTwoMembers();
        wrong = wrong.isPresent() ? wrong : refusesHalf();
        wrong = wrong.isPresent() ? wrong : stopsAtBomb();
        return wrong.orElseGet(
                () ->
                        new Verdict.Passed(
                                "What is allowed comes out, and a bomb is stopped at the limit."));
    }

    private Optional<Verdict> returns(String what, byte[] bytes) throws IOException {
        var out = inflate.inflate(new ByteArrayInputStream(gzipped(bytes)), MOST);
        return Arrays.equals(bytes, out)
                ? Optional.empty()
                : wrong(
                        "For %s it returned %s."
                                .formatted(
                                        what,
                                        out == null
                                                ? "null"
                                                : "%,d bytes of %,d"
                                                        .formatted(out.length, bytes.length)),
                        "Return all bytes, as long as there are at most `most`.");
    }

    private Optional<Verdict> refuses(String what, byte[] gzipped) {
        try {
            var out = inflate.inflate(new ByteArrayInputStream(gzipped), MOST);
            return wrong(
                    "For %s it returned %s."
                            .formatted(
                                    what, out == null ? "null" : "%,d bytes".formatted(out.length)),
                    "Throw an IOException: a part that looks like the whole is worse than an"
                            + " error.");
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** A gzip file may have several members; its content is all of them. */
    private Optional<Verdict> refusesTwoMembers() throws IOException {
        var two = new ByteArrayOutputStream();
        two.write(gzipped(bytes(MOST - 1)));
        two.write(gzipped(bytes(MOST - 1)));
        return refuses("two members that are too much together", two.toByteArray());
    }

    private Optional<Verdict> refusesHalf() throws IOException {
        var whole = gzipped(Orders.json(100_000));
        return refuses("gzip that ends in the middle", Arrays.copyOf(whole, whole.length / 2))
                .or(
                        () ->
                                refuses(
                                        "gzip without its last byte",
                                        Arrays.copyOf(whole, whole.length - 1)));
    }

    private Optional<Verdict> stopsAtBomb() throws IOException {
        var bomb = gzipped(new byte[ZEROS]);
        var in = new ByteArrayInputStream(bomb);
        try {
            inflate.inflate(in, MOST);
            return wrong("A bomb came out.", "Throw an IOException at the limit.");
        } catch (IOException refused) {
            int read = bomb.length - in.available();
            return read <= READ_AHEAD
                    ? Optional.empty()
                    : wrong(
                            "Of a bomb of %,d bytes, it had read %,d before it refused: so it had"
                                            .formatted(bomb.length, read)
                                    + " expanded about %,d MB.".formatted(read / 1_000),
                            "Count while the bytes come out, and stop there: not after all of"
                                    + " them.");
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(all)) {
            out.write(bytes);
        }
        return all.toByteArray();
    }
}
