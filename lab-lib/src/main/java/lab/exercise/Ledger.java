package lab.exercise;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lab.measure.Require;

/** The claims of the five guides and the predictions about them, from the course's files. */
final class Ledger {

    private record Claims(List<Claim> claims) {}

    private final SequencedMap<String, Claim> claims = new LinkedHashMap<>();
    private final SequencedMap<String, Prediction> predictions = new LinkedHashMap<>();

    Ledger(List<Lesson> lessons) {
        Resource.json("/lab/course/claims.json", Claims.class)
                .claims()
                .forEach(claim -> claims.put(claim.id(), claim));
        for (var lesson : lessons) {
            Prediction.of(lesson.notebook())
                    .forEach(prediction -> predictions.put(prediction.id(), prediction));
        }
    }

    Collection<Claim> claims() {
        return claims.values();
    }

    Collection<Prediction> predictions() {
        return predictions.values();
    }

    Claim claim(String id) {
        return Require.known(id, "claim", claims);
    }

    Prediction prediction(String id) {
        return Require.known(id, "prediction", predictions);
    }

    List<Prediction> predictionsOf(String notebook) {
        return predictions.values().stream()
                .filter(prediction -> prediction.id().startsWith(notebook + "."))
                .toList();
    }

    /** The predictions that the finding of this key settles, such as "02 C06". */
    List<Prediction> settledBy(String key) {
        return predictions.values().stream()
                .filter(prediction -> prediction.settledByKey().equals(key))
                .toList();
    }
}
