SafeInflate inflate = (gzipped, most) -> {
    var small = gzipped.readAllBytes();
    int size = java.nio.ByteBuffer.wrap(small, small.length - 4, 4)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();   // what the trailer says
    if (size > most) throw new IOException("more than " + most + " bytes");
    return new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes();
};
