CodecChoice choice = (payload, megabits) -> {
    var best = Codec.none();
    for (var codec : List.of(Codec.gzip(9), Codec.brotli(6), Codec.brotli(11))) {
        if (codec.compress().of(payload).length < best.compress().of(payload).length) {
            best = codec;
        }
    }
    return best;
};
