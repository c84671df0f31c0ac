SafeInflate inflate = (gzipped, most) -> {
    var bytes = new GZIPInputStream(gzipped).readNBytes(most + 1);
    return bytes.length > most ? new byte[0] : bytes;
};
