package lab.course.serializationandcompression;

import static lab.exercise.Verdict.wrong;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import lab.compress.SafeInflate;
import lab.dataset.Orders;
import lab.exercise.Verdict;

/** Exercise 08.3: gzip from somebody else, with a limit on what comes out of it. */
final class LimitTheOutput {

    private static final int MOST = 1_000_000;
    private static final int ZEROS = 100_000_000;

    /** A million zeros are one kilobyte; a reader may read ahead some pieces. */
    private static final int READ_AHEAD = 40_000;

    /** What a socket gives at once, however large the buffer of the reader is. */
    private static final int PIECE = 4_096;

    private static final int FEW = 100;

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
        wrong = wrong.isPresent() ? wrong : refusesMoreThanFew();
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
        return refuses(what, gzipped, MOST);
    }

    private Optional<Verdict> refuses(String what, byte[] gzipped, int most) {
        try {
            var out = inflate.inflate(new ByteArrayInputStream(gzipped), most);
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

    /** Another limit than that of the other samples. */
    private Optional<Verdict> refusesMoreThanFew() throws IOException {
        return refuses("a byte more than a limit of " + FEW, gzipped(bytes(FEW + 1)), FEW);
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
        var in = new InPieces(bomb);
        try {
            inflate.inflate(in, MOST);
            return wrong("A bomb came out.", "Throw an IOException at the limit.");
        } catch (IOException refused) {
            return in.read <= READ_AHEAD
                    ? Optional.empty()
                    : wrong(
                            "Of a bomb of %,d bytes, it had read %,d before it refused."
                                    .formatted(bomb.length, in.read),
                            "Read and expand a piece at a time. Count what comes out, and stop at"
                                    + " the limit: not after all of it.");
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

    /** Bytes as they come from a network, counted. */
    private static final class InPieces extends InputStream {

        private final byte[] bytes;
        private int read;

        InPieces(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return read < bytes.length ? bytes[read++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            Objects.checkFromIndexSize(offset, count, into.length);
            int size = Math.min(Math.min(count, PIECE), bytes.length - read);
            if (size == 0) {
                return count == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, read, into, offset, size);
            read += size;
            return size;
        }
    }
}
