package lab.compress;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Sweep;
import lab.measure.Text;

/**
 * From which size on compression saves something, for several kinds of content (C121).
 *
 * @param codec the codec that compresses all of them
 * @param kinds in the order in which they were tried
 */
public record SmallPayloads(Codec codec, List<Kind> kinds) implements Measured {

    private static final int[] SIZES = {
        50, 100, 200, 400, 700, 1_000, 1_500, 3_000, 10_000, 30_000
    };

    /** To save less is not worth a header. */
    private static final double SOMETHING = 0.9;

    /** One kind of content. */
    public record Kind(String name, List<Left> left) {
        public Kind {
            left = List.copyOf(left);
        }

        /**
         * The smallest size from which on at least a tenth is saved; empty where that is never so.
         */
        public OptionalInt savesFrom() {
            for (int i = 0; i < left.size(); i++) {
                if (left.subList(i, left.size()).stream()
                        .allMatch(one -> one.share() <= SOMETHING)) {
                    return OptionalInt.of(left.get(i).bytes());
                }
            }
            return OptionalInt.empty();
        }
    }

    /**
     * What is left of one payload.
     *
     * @param share of its bytes; above 1 if the codec adds some
     */
    public record Left(int bytes, double share) {}

    public SmallPayloads {
        kinds = List.copyOf(kinds);
    }

    /**
     * Compresses payloads of this kind, from 50 bytes to 30 KB.
     *
     * @param content returns at least as many bytes as it is asked for; more of them are cut off
     */
    public static SmallPayloads of(Codec codec, String name, IntFunction<byte[]> content)
            throws IOException {
        Require.given(codec, "codec", "Codec.gzip(6)");
        return new SmallPayloads(codec, List.of()).and(name, content);
    }

    /** And payloads of another kind. */
    public SmallPayloads and(String name, IntFunction<byte[]> content) throws IOException {
        Require.given(name, "name", "\"orders\"");
        Require.given(content, "content", "size -> bytes(size)");
        var left = new ArrayList<Left>();
        for (int size : SIZES) {
            var payload = Arrays.copyOf(enough(content, size), size);
            int small = codec.compress().of(payload).length;
            left.add(new Left(payload.length, (double) small / payload.length));
        }
        var more = new ArrayList<>(kinds);
        more.add(new Kind(name, left));
        return new SmallPayloads(codec, more);
    }

    private static byte[] enough(IntFunction<byte[]> content, int size) {
        var bytes = Require.given(content.apply(size), "content", "size -> new byte[size]");
        Require.that(
                bytes.length >= size,
                "content must have at least %d bytes, had %d",
                size,
                bytes.length);
        return bytes;
    }

    /** The content with this name. */
    public Kind kind(String name) {
        return Require.known(name, "content", kinds, Kind::name);
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                "What %s leaves".formatted(codec),
                "payload, bytes",
                "% of its bytes",
                kinds.stream().map(SmallPayloads::line).toList());
    }

    private static Sweep.Line line(Kind kind) {
        return new Sweep.Line(
                kind.name(),
                kind.left().stream()
                        .map(one -> new Sweep.Point(one.bytes(), 100 * one.share()))
                        .toList());
    }

    @Override
    public String finding() {
        return kinds.stream().map(SmallPayloads::inWords).collect(joining("; "));
    }

    private static String inWords(Kind kind) {
        var from = kind.savesFrom();
        return from.isPresent()
                ? "%s: a tenth or more is saved from %s bytes on"
                        .formatted(kind.name(), Text.of(from.getAsInt()))
                : "%s: never saves a tenth".formatted(kind.name());
    }

    @Override
    public String toString() {
        return finding();
    }
}
