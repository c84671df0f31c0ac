package lab.exercise;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a learner has done so far.
 *
 * @param predictions the choices noted before a run, by the id of the prediction
 * @param exercises {@code true} for each exercise that has passed once
 * @param claims the last finding on each claim that decided it, by notebook and claim: "02 C06"
 * @param others what another version of the lab keeps in the same file
 */
public record Progress(
        SortedMap<String, Character> predictions,
        SortedMap<String, Boolean> exercises,
        SortedMap<String, Finding> claims,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> others) {

    public Progress {
        predictions = predictions == null ? new TreeMap<>() : new TreeMap<>(predictions);
        exercises = exercises == null ? new TreeMap<>() : new TreeMap<>(exercises);
        claims = claims == null ? new TreeMap<>() : new TreeMap<>(claims);
        others = others == null ? new TreeMap<>() : new TreeMap<>(others);
    }

    static Progress none() {
        return new Progress(null, null, null, null);
    }

    private Progress copy() {
        return new Progress(predictions, exercises, claims, others);
    }

    Progress predicted(String id, char choice) {
        var next = copy();
        next.predictions.put(id, choice);
        return next;
    }

    /** A passed exercise stays passed, whatever is tried afterwards. */
    Progress checked(String id, boolean passed) {
        var next = copy();
        next.exercises.merge(id, passed, Boolean::logicalOr);
        return next;
    }

    /** The key of a claim in one notebook, such as "02 C06": two notebooks may stage one claim. */
    static String key(String notebook, String claim) {
        return notebook + " " + claim;
    }

    /** A claim that was decided stays decided, whatever an inconclusive run says afterwards. */
    Progress judged(String key, Finding finding) {
        var next = copy();
        next.claims.merge(key, finding, Finding::or);
        return next;
    }

    /**
     * The same with the findings of an earlier version of the lab, which kept them by the claim
     * alone.
     *
     * @param notebook of a claim that exactly one notebook stages; else the finding stays as it is
     */
    Progress keyed(Function<String, Optional<String>> notebook) {
        var next = copy();
        claims.forEach(
                (id, finding) ->
                        (id.contains(" ") ? Optional.<String>empty() : notebook.apply(id))
                                .ifPresent(
                                        number -> {
                                            next.claims.remove(id);
                                            next.claims.merge(
                                                    key(number, id), finding, (a, b) -> a);
                                        }));
        return next;
    }

    /** Both, where {@code other} is the newer one. */
    Progress and(Progress other) {
        var next = copy();
        next.predictions.putAll(other.predictions);
        other.exercises.forEach(
                (id, passed) -> next.exercises.merge(id, passed, Boolean::logicalOr));
        other.claims.forEach((key, finding) -> next.claims.merge(key, finding, Finding::or));
        next.others.putAll(other.others);
        return next;
    }
}
