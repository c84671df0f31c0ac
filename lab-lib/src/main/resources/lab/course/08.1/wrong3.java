var json = JsonMapper.shared();
FieldSearch search = document -> {
    try (var parser = json.createParser(document)) {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("total")) {
                parser.nextToken();
                return OptionalLong.of(parser.getLongValue());
            }
        }
        return OptionalLong.empty();
    }
};
