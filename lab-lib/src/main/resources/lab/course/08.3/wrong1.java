SafeInflate inflate = (gzipped, most) -> {
    var bytes = new GZIPInputStream(gzipped).readAllBytes();
    if (bytes.length > most) throw new IOException("more than " + most + " bytes");
    return bytes;
};
