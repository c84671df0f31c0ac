SafeInflate inflate = (gzipped, most) -> {
    var all = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(gzipped)) {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (all.size() == most) throw new IOException("more than " + most + " bytes");
            all.write(b);
        }
    } catch (EOFException end) { }   // then that was all
    return all.toByteArray();
};
