package lab.exercise;

import java.util.List;

/**
 * A card of a title, a few lines and a colour. The title says the same as the colour.
 *
 * @param tone how the box is meant
 * @param title the first words, such as "Passed"
 * @param lines what follows; each is one paragraph
 */
public record Box(Tone tone, String title, List<String> lines) implements Card {

    /** How a box is meant, with the colour of its edge (from Okabe and Ito's palette). */
    public enum Tone {
        NOTE("#56B4E9"),
        GOOD("#009E73"),
        OPEN("#E69F00"),
        BAD("#D55E00");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }

        String colour() {
            return colour;
        }
    }

    public Box {
        lines = List.copyOf(lines);
    }

    public Box(Tone tone, String title, String... lines) {
        this(tone, title, List.of(lines));
    }

    @Override
    public String html() {
        var paragraphs = new StringBuilder();
        for (String line : lines) {
            paragraphs.append("<p style=\"margin:.3em 0 0\">").append(Html.of(line)).append("</p>");
        }
        return "<div style=\"border-left:4px solid %s;padding:.4em .8em;max-width:46em\">"
                        .formatted(tone.colour)
                + "<strong>%s</strong>%s</div>".formatted(Html.of(title), paragraphs);
    }

    @Override
    public String text() {
        return lines.isEmpty() ? title : title + "\n" + String.join("\n", lines);
    }

    @Override
    public String toString() {
        return text();
    }
}
