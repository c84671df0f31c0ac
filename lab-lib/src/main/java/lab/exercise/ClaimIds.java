package lab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.measure.Require;

/**
 * What a claim cell names, such as "02 C06 C27".
 *
 * @param notebook the notebook that judges, if the cell names it
 * @param claims the ids of the claims; at least one
 */
record ClaimIds(Optional<String> notebook, List<String> claims) {

    private static final String EXAMPLE = "claim(\"02 C06\", result)";

    static ClaimIds of(String text) {
        Require.given(text, "ids", EXAMPLE);
        var words = Arrays.stream(text.strip().split("[\\s,]+")).toList();
        boolean isNumbered = words.getFirst().matches("\\d+");
        var claims = isNumbered ? words.subList(1, words.size()) : words;
        Require.that(
                !claims.isEmpty() && !claims.getFirst().isEmpty(),
                "ids must name a claim, was \"%s\"; write %s",
                text,
                EXAMPLE);
        return new ClaimIds(isNumbered ? Optional.of(words.getFirst()) : Optional.empty(), claims);
    }
}
