SafeInflate inflate = (gzipped, most) -> {
    // TODO: return what comes out of the gzip stream, at most so many bytes. If there
    //       are more, throw an IOException as soon as you know: it may be a bomb of a
    //       few KB that expands to gigabytes. Also throw one if it ends too early.
    return todo();
};
