package lab.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of all bytes that are written to its files. */
final class Checksum {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    static Checksum sha256() {
        try {
            return new Checksum(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A new file that counts. */
    OutputStream file(Path path) throws IOException {
        var out = Files.newOutputStream(path);
        return new BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER);
    }

    /** The sum of what was written until now; begins again afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
