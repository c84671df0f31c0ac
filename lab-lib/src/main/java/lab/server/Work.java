package lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import lab.measure.Require;

/** The usual suspects: useful work that blocks the thread which does it. */
public final class Work {

    private static final byte[] SALT = "a fixed salt".getBytes();
    private static final int KEY_BITS = 512;
    private static final int MOST = 10_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Work() {}

    /** Derives a key with PBKDF2 and SHA-512, as logging in does (C14: 100,000 rounds). */
    public static String hash(String password, int rounds) {
        Require.given(password, "password", "hash(\"secret\", 100_000)");
        Require.that(rounds >= 1, "rounds must be at least 1, was %d; try 100_000", rounds);
        try {
            var spec = new PBEKeySpec(password.toCharArray(), SALT, rounds, KEY_BITS);
            var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
            return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks PBKDF2WithHmacSHA512", e);
        }
    }

    /** Sorts this many random boxed numbers and returns the smallest (C22); the seed is fixed. */
    public static int sort(int size) {
        Require.within(size, "size", 1, MOST, "1_000_000");
        var random = new Random(22);
        var numbers = new Integer[size];
        Arrays.setAll(numbers, i -> random.nextInt());
        Arrays.sort(numbers);
        return numbers[0];
    }

    /**
     * Adds this many square roots, one by one. The sum is returned, or the JIT compiler would
     * remove the loop (C20).
     */
    public static double sum(int count) {
        Require.that(count >= 0, "count must not be negative, was %d; try sum(100_000)", count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }

    /**
     * Formats this many numbers and their roots as lines of text (C21) and returns their length.
     */
    public static int lines(int count) {
        Require.that(count >= 0, "count must not be negative, was %d; try lines(1_000)", count);
        int length = 0;
        for (int i = 0; i < count; i++) {
            length += "item %d costs %.2f%n".formatted(i, Math.sqrt(i)).length();
        }
        return length;
    }

    /**
     * A file with this content in the folder for temporary files (C23); it is deleted when the
     * kernel ends.
     */
    public static Path file(byte[] content) throws IOException {
        var file = Files.write(Files.createTempFile("latency-lab", ".tmp"), content);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Keeps this thread busy for this time. */
    public static void spin(Duration time) {
        Require.that(
                Require.given(time, "time", "spin(ofMillis(100))").compareTo(LONGEST) <= 0,
                "time must be at most 1 minute, was %s; try spin(ofMillis(100))",
                time);
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
