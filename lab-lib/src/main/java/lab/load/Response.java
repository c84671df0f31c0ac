package lab.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The response to one request, read to its end and thrown away.
 *
 * @param status the status code
 * @param reason the reason phrase, such as "Service Unavailable"; often empty
 * @param last whether the connection ends with this response
 */
record Response(int status, String reason, boolean last) {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int BUFFER = 16 * 1024;

    static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    static Response read(InputStream in) throws IOException {
        var start = line(in);
        if (!start.matches("HTTP/1\\.[01] [1-5]\\d\\d.*")) {
            throw new ProtocolException("not an HTTP/1.1 response: " + abbreviated(start));
        }
        int status = Integer.parseInt(start.substring(9, 12));
        var headers = headers(in);
        if (status < 200) {
            return read(in);
        }
        boolean ends = skipBody(in, status, headers);
        var connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean asked =
                start.startsWith("HTTP/1.0")
                        ? !connection.contains("keep-alive")
                        : connection.contains("close");
        return new Response(status, start.substring(12).strip(), ends || asked);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** Reads the body; true if it ended only because the connection did. */
    private static boolean skipBody(InputStream in, int status, Map<String, String> headers)
            throws IOException {
        if (status == 204 || status == 304) {
            return false;
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            skipChunks(in);
            return false;
        }
        var length = headers.get("content-length");
        if (length == null) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        }
        in.skipNBytes(number(length, 10));
        return false;
    }

    private static void skipChunks(InputStream in) throws IOException {
        long size = chunkSize(in);
        while (size > 0) {
            in.skipNBytes(size);
            line(in);
            size = chunkSize(in);
        }
        headers(in);
    }

    private static long chunkSize(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static long number(String digits, int radix) throws ProtocolException {
        try {
            long length = Long.parseUnsignedLong(digits, radix);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new ProtocolException("not a length: " + abbreviated(digits));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(
                        "the server closed the connection before its response ended");
            }
            if (line.length() == LONGEST_LINE) {
                throw new ProtocolException("a header longer than " + LONGEST_LINE + " bytes");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
