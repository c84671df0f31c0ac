package lab.kernel;

/** Finds where UTF-8 bytes may be split. */
final class Utf8 {

    private static final int LONGEST = 4;

    private Utf8() {}

    /** The number of bytes that form whole characters; the rest is the start of one. */
    static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(LONGEST, bytes.length); back++) {
            int b = bytes[bytes.length - back] & 0xFF;
            if (b < 0x80) {
                return bytes.length;
            }
            if (b >= 0xC0) {
                return back < lengthFrom(b) ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }

    private static int lengthFrom(int first) {
        return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    }
}
