package lab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.measure.Require;

/**
 * What a claim cell names, such as "02 C06 C27" or "02 C21, also C14 C20".
 *
 * @param notebook the notebook that judges, if the cell names it
 * @param claims the ids of the claims that the lesson is about; at least one
 * @param also the ids after the word "also": the same run judges them as well
 */
record ClaimIds(Optional<String> notebook, List<String> claims, List<String> also) {

    private static final String ALSO = "also";

    private static final String EXAMPLE = "claim(\"02 C06\", result)";

    static ClaimIds of(String text) {
        Require.given(text, "ids", EXAMPLE);
        var words = Arrays.stream(text.strip().split("[\\s,]+")).toList();
        boolean isNumbered = words.getFirst().matches("\\d+");
        var named = isNumbered ? words.subList(1, words.size()) : words;
        int end = named.contains(ALSO) ? named.indexOf(ALSO) : named.size();
        var claims = named.subList(0, end);
        var also = named.subList(Math.min(named.size(), end + 1), named.size());
        Require.that(
                !claims.isEmpty() && !claims.getFirst().isEmpty(),
                "ids must name a claim, was \"%s\"; write %s",
                text,
                EXAMPLE);
        var notebook = isNumbered ? Optional.of(words.getFirst()) : Optional.<String>empty();
        return new ClaimIds(notebook, claims, also);
    }
}
