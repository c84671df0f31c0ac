package lab.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Files of the course in the library's jar. */
final class Resource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Resource() {}

    static Optional<String> find(String path) {
        try (var in = Resource.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    static <T> T json(String path, Class<T> type) {
        return find(path)
                .map(text -> JSON.readValue(text, type))
                .orElseThrow(() -> new IllegalStateException("the library has no " + path));
    }
}
