CodecChoice choice = (payload, megabits) -> {
    return null;
};
