SafeInflate inflate = (gzipped, most) -> {
    var small = gzipped.readNBytes(most + 1);
    if (small.length > most) throw new IOException("more than " + most + " bytes");
    return new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes();
};
