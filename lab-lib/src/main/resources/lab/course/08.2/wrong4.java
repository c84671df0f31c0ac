CodecChoice choice = (payload, megabits) -> {
    return payload.length < 1_000 ? Codec.none() : Codec.gzip(6);
};
