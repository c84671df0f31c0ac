package lab.exercise;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a learner has done so far, by id.
 *
 * @param predictions the choices noted before a run
 * @param exercises the last verdict of each exercise, {@code true} once it has passed
 * @param claims the last finding on each claim
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

    Progress judged(String id, Finding finding) {
        var next = copy();
        // A claim may be staged twice; what settled its prediction is kept.
        next.claims.merge(id, finding, (old, now) -> now.came().isEmpty() ? now.keeping(old) : now);
        return next;
    }

    /** Both, where {@code other} is the newer one. */
    Progress and(Progress other) {
        var next = copy();
        next.predictions.putAll(other.predictions);
        other.exercises.forEach(
                (id, passed) -> next.exercises.merge(id, passed, Boolean::logicalOr));
        next.claims.putAll(other.claims);
        next.others.putAll(other.others);
        return next;
    }
}
