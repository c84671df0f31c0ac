package lab.compress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import lab.measure.Require;

/**
 * A way to make bytes fewer, and to get them back.
 *
 * @param name such as "gzip 6"; two codecs of one name are the same
 */
public record Codec(String name, Coding compress, Coding decompress) {

    private static final int BEST_BROTLI = 11;

    /** Makes bytes of bytes. */
    @FunctionalInterface
    public interface Coding {
        byte[] of(byte[] bytes) throws IOException;
    }

    /** No compression: the bytes as they are. */
    public static Codec none() {
        return new Codec("none", bytes -> bytes, bytes -> bytes);
    }

    /**
     * gzip, as the JDK has it.
     *
     * @param level 1 (fast) to 9 (small); most servers take 6
     */
    public static Codec gzip(int level) {
        Require.within(level, "level", 1, Deflater.BEST_COMPRESSION, "Codec.gzip(6)");
        return new Codec("gzip " + level, bytes -> gzipped(bytes, level), Codec::gunzipped);
    }

    /**
     * Brotli, by the library brotli4j with its native code.
     *
     * @param quality 0 (fast) to 11 (small)
     * @throws IllegalStateException where there is no native code for this machine
     */
    public static Codec brotli(int quality) {
        Require.within(quality, "quality", 0, BEST_BROTLI, "Codec.brotli(4)");
        if (!hasBrotli()) {
            throw new IllegalStateException(
                    "brotli4j has no native code for this machine (%s, %s): use gzip only"
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        var parameters = Encoder.Parameters.create(quality);
        return new Codec(
                "brotli " + quality,
                bytes -> Encoder.compress(bytes, parameters),
                Codec::unbrotlied);
    }

    /** Whether there is brotli on this machine. */
    public static boolean hasBrotli() {
        return Brotli4jLoader.isAvailable();
    }

    private static byte[] gzipped(byte[] bytes, int level) throws IOException {
        var all = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var out = new LeveledGzip(all, level)) {
            out.write(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] gunzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static byte[] unbrotlied(byte[] bytes) throws IOException {
        try (var in = new BrotliInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /** The JDK's stream takes level 6, and lets only a subclass change it. */
    private static final class LeveledGzip extends GZIPOutputStream {
        LeveledGzip(ByteArrayOutputStream all, int level) throws IOException {
            super(all);
            def.setLevel(level);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Codec codec && codec.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
