var json = JsonMapper.shared();
FieldSearch search = document -> {
    // TODO: return the number of the field "total" of the outermost object, or
    //       OptionalLong.empty() if it has none. Other objects inside may have such
    //       fields, too. Do not read what comes after it; a document that ends too
    //       early must end with an exception. (The number may be large.)
    return todo();
};
