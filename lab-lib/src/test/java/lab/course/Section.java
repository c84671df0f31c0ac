package lab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of a notebook below a second-level heading, and the import that it needs. */
record Section(String title, String imports, List<String> cells) {

    private static final Path NOTEBOOKS = Path.of("../notebooks");
    private static final Pattern HEADING = Pattern.compile("^## (.+)", Pattern.MULTILINE);

    static Stream<Section> ofAllNotebooks() throws IOException {
        try (var files = Files.newDirectoryStream(NOTEBOOKS, "*.ipynb")) {
            var sections = new ArrayList<Section>();
            files.forEach(file -> sections.addAll(of(file)));
            return sections.stream();
        }
    }

    private static List<Section> of(Path notebook) {
        var sections = new ArrayList<Section>();
        var imports = "";
        for (var cell : cells(notebook)) {
            var source = source(cell);
            var heading = HEADING.matcher(source);
            if (cell.path("cell_type").asString().equals("code")) {
                if (sections.isEmpty()) {
                    imports = imports.isEmpty() ? source : imports;
                } else {
                    sections.getLast().cells().add(source);
                }
            } else if (heading.find()) {
                var title =
                        notebook.getFileName().toString().substring(0, 2) + " " + heading.group(1);
                sections.add(new Section(title, imports, new ArrayList<>()));
            }
        }
        return sections;
    }

    private static JsonNode cells(Path notebook) {
        try {
            return JsonMapper.shared().readTree(Files.readString(notebook)).path("cells");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(JsonNode cell) {
        var text = new StringBuilder();
        cell.path("source").forEach(line -> text.append(line.asString()));
        return text.toString();
    }

    @Override
    public String toString() {
        return title;
    }
}
