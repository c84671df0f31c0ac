package lab.kernel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import lab.jupyter.Javadoc;

/** The documentation of the call or the name at the cursor, as Shift-Tab shows it. */
record Help(List<Documentation> found) {

    /**
     * @param cursor the number of characters before it, from 0 to the length of the code
     */
    static Help at(JShell shell, String code, int cursor) {
        int end = endOfName(code, Math.clamp(cursor, 0, code.length()));
        var withCall = code.substring(0, end) + "(" + code.substring(end);
        return Stream.of(
                        look(shell, code, afterParenthesis(code, end)),
                        look(shell, withCall, end + 1),
                        look(shell, code, Math.max(0, end - 1)))
                .filter(help -> !help.found.isEmpty())
                .findFirst()
                .orElse(new Help(List.of()));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    String text() {
        return String.join(
                "\n\n",
                found.stream()
                        .map(each -> Sentences.shortTypes(each.signature()) + text(each))
                        .toList());
    }

    String html() {
        return String.join("<hr>", found.stream().map(Help::html).toList());
    }

    private static Help look(JShell shell, String code, int position) {
        return new Help(shell.sourceCodeAnalysis().documentation(code, position, true));
    }

    private static int endOfName(String code, int cursor) {
        return IntStream.range(cursor, code.length())
                .filter(i -> !Character.isJavaIdentifierPart(code.charAt(i)))
                .findFirst()
                .orElse(code.length());
    }

    private static int afterParenthesis(String code, int end) {
        return end < code.length() && code.charAt(end) == '(' ? end + 1 : end;
    }

    private static String text(Documentation each) {
        return each.javadoc() == null ? "" : "\n" + Javadoc.text(each.javadoc());
    }

    private static String html(Documentation each) {
        var signature =
                "<p><code>"
                        + Javadoc.escape(Sentences.shortTypes(each.signature()))
                        + "</code></p>";
        return each.javadoc() == null ? signature : signature + Javadoc.html(each.javadoc());
    }
}
