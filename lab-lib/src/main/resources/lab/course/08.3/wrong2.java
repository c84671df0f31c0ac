SafeInflate inflate = (gzipped, most) -> {
    return new GZIPInputStream(gzipped).readNBytes(most);
};
