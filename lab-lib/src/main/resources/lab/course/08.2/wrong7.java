CodecChoice choice = (payload, megabits) -> {
    if (megabits > 8) return Codec.none();
    var start = Arrays.copyOf(payload, Math.min(4_096, payload.length));
    double left = (double) Codec.gzip(1).compress().of(start).length / start.length;
    if (left > 0.95) return Codec.none();
    if (!Codec.hasBrotli()) return Codec.gzip(6);
    return megabits < 10 ? Codec.brotli(6) : Codec.brotli(4);
};
