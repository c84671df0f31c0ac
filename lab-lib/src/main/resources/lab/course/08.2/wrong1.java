CodecChoice choice = (payload, megabits) -> {
return Codec.none();
};
