var json = JsonMapper.shared();
FieldSearch search = document -> {
    var pattern = java.util.regex.Pattern.compile("\"total\":(-?[0-9]+)");
    var found = pattern.matcher(new String(document.readAllBytes()));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)))
        : OptionalLong.empty();
};
