package lab.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Small CSV files of two columns that are unusual, or broken. */
enum OddFile {
    LINE_FEED("a line feed in quotes", "city,amount\n\"San\nJose\",5\nLima,7\n", "San\nJose"),
    OPEN_QUOTE("a quote that is never closed", "city,amount\nLima,\"5\nQuito,7\n"),
    FEW_FIELDS("a row with one field", "city,amount\nLima\nQuito,7\n"),
    MANY_FIELDS("a row with three fields", "city,amount\nLima,5,9\nQuito,7\n"),
    BAD_BYTE("a byte that is not UTF-8", "city,amount\nBogot\uFFFD,5\nLima,7\n"),
    WINDOWS("lines that end with CR and LF", "city,amount\r\nQuito,5\r\nLima,7\r\n", "Quito"),
    OLD_MAC("lines that end with CR only", "city,amount\rQuito,5\rLima,7\r", "Quito"),
    MARK("a byte-order mark", "\uFEFFcity,amount\nQuito,5\nLima,7\n", "Quito"),
    NO_END("no line feed at the end", "city,amount\nQuito,5\nLima,7", "Quito"),
    LONG_LINE("a line of 50 MB", "");

    private static final int LONG = 50_000_000;
    private static final byte REPLACED = (byte) 0xff;

    private final String words;
    private final String text;
    private final String firstCity;

    /** A broken file: to refuse it is right. */
    OddFile(String words, String text) {
        this(words, text, null);
    }

    /** An unusual file, which has a header and two rows, and its first city. */
    OddFile(String words, String text, String firstCity) {
        this.words = words;
        this.text = text;
        this.firstCity = firstCity;
    }

    String words() {
        return words;
    }

    Path write(Path folder) throws IOException {
        var file = folder.resolve(name() + ".csv");
        return Files.write(file, this == LONG_LINE ? longLine() : bytes());
    }

    private byte[] bytes() {
        return this == BAD_BYTE ? withBadByte() : text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] withBadByte() {
        var bytes = text.replace('\uFFFD', '?').getBytes(StandardCharsets.UTF_8);
        bytes[text.indexOf('\uFFFD')] = REPLACED;
        return bytes;
    }

    private static byte[] longLine() {
        var bytes = new byte[LONG];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    /** Whether these are its records. A broken file has none, a long line is one. */
    boolean isRight(List<List<String>> records) {
        if (this == LONG_LINE) {
            return records.size() == 1 && records.getFirst().getFirst().length() == LONG;
        }
        return firstCity != null
                && List.of(List.of("city", "amount"), List.of(firstCity, "5"), List.of("Lima", "7"))
                        .equals(records);
    }
}
