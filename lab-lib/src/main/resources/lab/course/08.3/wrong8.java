SafeInflate inflate = (gzipped, most) -> {
    var bytes = new GZIPInputStream(gzipped).readNBytes(1_000_001);
    if (bytes.length > 1_000_000) throw new IOException("more than a million bytes");
    return bytes;
};
