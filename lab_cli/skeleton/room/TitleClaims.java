package lab.course.$room;

import static lab.exercise.Prediction.choice;

import lab.exercise.Finding;
import lab.measure.Race;
import lab.measure.Text;

/** What the results of notebook $number say about the guides' claims. */
final class ${Title}Claims {

    private ${Title}Claims() {}

    static Finding slower(Race race) {
        return slower(race.ratio().low(), race.ratio().high());
    }

    /**
     * TODO replace this placeholder. Decide by the interval, and make every outcome possible.
     *
     * @param low the lower end of the interval of the ratio
     * @param high its upper end
     */
    static Finding slower(double low, double high) {
        String here = "slow takes %s to %s as long".formatted(Text.times(low), Text.times(high));
        return judged(here, low, high).bearingOut(choice("$number.1", low, high));
    }

    private static Finding judged(String here, double low, double high) {
        if (low > 1.5) {
            return Finding.holds(here, "");
        }
        return high < 1.5
                ? Finding.doesNotHold(here, "the difference is small")
                : Finding.inconclusive(here, "the interval is too wide; run the cell again");
    }
}
