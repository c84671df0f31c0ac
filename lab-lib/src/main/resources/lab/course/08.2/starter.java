CodecChoice choice = (payload, megabits) -> {
    // TODO: choose Codec.none(), Codec.gzip(level) or Codec.brotli(quality), so that
    //       the payload arrives soon on a link of so many Mbit/s: compressing, sending
    //       and decompressing together take at most a third longer than with the best
    //       one. Payloads have 60 bytes to 1 MB, and some are pictures; links have 1 to
    //       10,000 Mbit/s. The choice itself takes at most 100 ms.
    return todo();
};
