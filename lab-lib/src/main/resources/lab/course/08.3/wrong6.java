SafeInflate inflate = (gzipped, most) -> {
    var bytes = new GZIPInputStream(gzipped).readNBytes(most + 1);
    if (bytes.length >= most) throw new IOException("more than " + most + " bytes");
    return bytes;
};
