var json = JsonMapper.shared();
FieldSearch search = document -> {
    try (var parser = json.createParser(document)) {
        parser.nextToken();   // the brace of the outermost object
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("total")) {
                return OptionalLong.of((long) parser.getDoubleValue());
            }
            parser.skipChildren();
        }
        return OptionalLong.empty();
    }
};
