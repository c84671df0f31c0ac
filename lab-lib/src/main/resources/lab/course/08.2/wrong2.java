CodecChoice choice = (payload, megabits) -> {
    return Codec.brotli(11);
};
