package lab;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import lab.exercise.Card;
import lab.measure.Environment;
import lab.measure.Markup;
import lab.measure.Quiet;

/** What this machine is, as a table, and whether other programs are using it. */
record About(SequencedMap<String, String> facts) implements Card {

    static About thisMachine() {
        var facts = new LinkedHashMap<>(Environment.here().facts());
        facts.put("Is it quiet?", Quiet.check().finding());
        return new About(facts);
    }

    @Override
    public String html() {
        return facts.entrySet().stream()
                .map(
                        fact ->
                                "<tr><th scope=\"row\" style=\"text-align:left\">%s</th>"
                                                .formatted(Markup.text(fact.getKey()))
                                        + "<td style=\"text-align:left\">%s</td></tr>"
                                                .formatted(Markup.text(fact.getValue())))
                .collect(Collectors.joining("", "<table><tbody>", "</tbody></table>"));
    }

    @Override
    public String text() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
