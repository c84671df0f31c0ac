package lab.exercise;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A claim of one of the guides.
 *
 * @param id the project's id, such as "C08"; never reused
 * @param guides where the claim is made, such as "S1, S3"
 * @param says the claim in one sentence of our own
 * @param verdicts which verdicts are right, in the words of {@link Finding.Outcome}, by the number
 *     of each notebook that stages the claim
 */
public record Claim(
        String id, String guides, String says, SortedMap<String, List<String>> verdicts) {

    public Claim {
        verdicts = new TreeMap<>(verdicts);
    }
}
