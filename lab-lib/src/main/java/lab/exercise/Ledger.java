package lab.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The claims of the five guides and the predictions about them, as the course's files hold them.
 */
final class Ledger {

    private record Claims(List<Claim> claims) {}

    private final SequencedMap<String, Claim> claims = new LinkedHashMap<>();
    private final SequencedMap<String, Prediction> predictions = new LinkedHashMap<>();

    Ledger(List<Lesson> lessons) {
        Resource.json("/lab/course/claims.json", Claims.class)
                .claims()
                .forEach(claim -> claims.put(claim.id(), claim));
        for (var lesson : lessons) {
            Resource.json(
                            "/lab/course/predictions-%s.json".formatted(lesson.notebook()),
                            Prediction.Page.class)
                    .predictions()
                    .forEach(prediction -> predictions.put(prediction.id(), prediction));
        }
    }

    Claim claim(String id) {
        return known("claim", id, claims);
    }

    Prediction prediction(String id) {
        return known("prediction", id, predictions);
    }

    List<Prediction> predictionsOf(String notebook) {
        return predictions.values().stream()
                .filter(prediction -> prediction.id().startsWith(notebook + "."))
                .toList();
    }

    List<Prediction> settledBy(String claim) {
        return predictions.values().stream()
                .filter(prediction -> prediction.settledBy().equals(claim))
                .toList();
    }

    static <T> T known(String what, String id, SequencedMap<String, T> all) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is not known; known are %s"
                            .formatted(what, id, String.join(", ", all.sequencedKeySet())));
        }
        return found;
    }
}
