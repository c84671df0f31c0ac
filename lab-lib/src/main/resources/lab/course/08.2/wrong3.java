CodecChoice choice = (payload, megabits) -> {
    return Codec.gzip(6);
};
