var json = JsonMapper.shared();
FieldSearch search = document -> {
    var total = json.readTree(document).get("total");
    return total == null ? OptionalLong.empty() : OptionalLong.of(total.asLong());
};
