var json = JsonMapper.shared();
FieldSearch search = document -> {
    var text = new String(document.readAllBytes());
    int at = text.indexOf("\"total\":");
    return at < 0 ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(text.substring(at + 8).split("[,}]")[0]));
};
