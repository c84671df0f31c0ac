package lab.course.streaming;

import static java.time.Duration.ofMillis;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static lab.measure.MadeUp.laps;
import static lab.measure.MadeUp.opposite;
import static lab.measure.MadeUp.race;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.child.Outcome;
import lab.child.Spent;
import lab.exercise.Finding;
import lab.stream.Downloads;
import lab.stream.Exports;
import lab.stream.Heaps;
import lab.stream.Readers;
import org.junit.jupiter.api.Test;

class StreamingClaimsTest {

    private static final int[] HEAPS = {16, 64, 256, 640, 1_200};
    private static final Spent SPENT =
            new Spent(ofMillis(1), ofMillis(1), Duration.ZERO, 1_000, 1_000);

    @Test
    void aWholeFileNeedsAHeapThatIsLargerThanIt() {
        var finding = StreamingClaims.wholeFile(readers("readAllLines", 1_200));

        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.came()).containsExactly('c');
        assertThat(finding.here())
                .isEqualTo("a file of 400 MB: readAllLines fails in 640 MB, works in 1,200 MB");
        assertThat(StreamingClaims.wholeFile(readers("readAllLines", 640)).came())
                .containsExactly('b');
        assertThat(StreamingClaims.wholeFile(readers("readString", 640)).came()).isEmpty();
        assertThat(StreamingClaims.wholeFile(readers("readAllLines", 9_999)).outcome())
                .as("no heap was enough")
                .isEqualTo(HOLDS_IF);
    }

    @Test
    void aWholeFileInASmallerHeapRefutesIt() {
        var finding = StreamingClaims.wholeFile(readers("readAllLines", 256));

        assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(finding.came()).containsExactly('a');
    }

    @Test
    void withoutAHeapThatIsTooSmallNothingIsDecided() {
        var readers = readers(List.of(1_200), "readString", 1_200);

        assertThat(StreamingClaims.wholeFile(readers).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(StreamingClaims.wholeFile(readers).lesson()).contains("smaller than the file");
        assertThat(StreamingClaims.wholeFile(readers("mine", 16)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aStreamLivesInAFractionOfTheFile() {
        assertThat(StreamingClaims.constantMemory(readers("Files.lines", 16)).outcome())
                .isEqualTo(HOLDS);
        assertThat(StreamingClaims.constantMemory(readers("Files.lines", 256)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(StreamingClaims.constantMemory(readers("BufferedReader", 9_999)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(
                        StreamingClaims.constantMemory(readers(List.of(640), "Files.lines", 640))
                                .outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StreamingClaims.constantMemory(readers("readString", 640)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Readers readers(String name, int enough) {
        return readers(Heaps.of(HEAPS).megabytes(), name, enough);
    }

    private static Readers readers(List<Integer> heaps, String name, int enough) {
        var runs = new ArrayList<Readers.Run>();
        for (int heap : heaps) {
            if (heap <= enough) {
                var outcome = heap == enough ? Outcome.ENDED : Outcome.OUT_OF_MEMORY;
                runs.add(new Readers.Run(name, heap, "Serial", outcome, 1, SPENT));
            }
        }
        return new Readers(Path.of("sales.csv"), 400L << 20, new Heaps(heaps, "Serial"), runs);
    }

    @Test
    void efficiencyIsDecidedByTheInterval() {
        assertThat(efficiency(2).outcome()).isEqualTo(HOLDS_IF);
        assertThat(efficiency(1).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(efficiency(1.2).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding efficiency(double ratio) {
        return StreamingClaims.moreEfficient(
                race(laps("readAllLines", 100 * ratio), opposite("Files.lines", 100)));
    }

    @Test
    void aSenderThatDoesNotAskKeepsManyTimesAsMuch() {
        var finding = backpressure(36_000_000, 40_000_000, 200_000);
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(finding.came()).containsExactly('c');
        assertThat(backpressure(5_000_000, 40_000_000, 200_000).came()).containsExactly('b');
        assertThat(backpressure(200_000, 40_000_000, 200_000).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(backpressure(200_000, 7_000_000, 200_000).lesson()).contains("does it wait");
        assertThat(backpressure(36_000_000, 40_000_000, 34_000_000).lesson())
                .contains("pipeTo does not wait");
        assertThat(backpressure(0, 0, 0).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding backpressure(long ignoring, long accepted, long asking) {
        return StreamingClaims.backpressure(
                new Downloads(
                        List.of(
                                new Downloads.Run(
                                        "write", accepted, 6_000_000, ignoring, List.of()),
                                download("pipeTo", asking))));
    }

    private static Downloads.Run download(String name, long most) {
        return new Downloads.Run(name, most, most / 10, most, List.of());
    }

    @Test
    void theFirstRowAndTheMemoryDecideTogether() {
        var finding = StreamingClaims.earlyFirstRow(exports(1_000, 90, 20, 1));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(finding.came()).containsExactly('c');
        assertThat(finding.here()).contains("300,000", "20 ms instead of 1 s");
        assertThat(StreamingClaims.earlyFirstRow(exports(110, 90, 20, 1)).came())
                .containsExactly('c');
        assertThat(StreamingClaims.earlyFirstRow(exports(1_000, 90, 1_000, 90)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(StreamingClaims.earlyFirstRow(exports(1_000, 1, 20, 1)).outcome())
                .as("early, and as much in memory")
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aFewRowsProveNothing() {
        var few =
                new Exports(
                        List.of(
                                export("all rows first", 100, 10, 1),
                                export("row by row", 100, 10, 1)));

        assertThat(StreamingClaims.earlyFirstRow(few).lesson()).contains("50,000 rows");
    }

    @Test
    void twoWaysMustExportTheSameRows() {
        var other =
                new Exports(
                        List.of(
                                export("all rows first", 10, 1_000, 90),
                                export("row by row", 300_000, 20, 1)));

        assertThat(StreamingClaims.earlyFirstRow(other).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Exports exports(int first, int held, int firstLazy, int heldLazy) {
        return new Exports(
                List.of(
                        export("all rows first", 300_000, first, held),
                        export("row by row", 300_000, firstLazy, heldLazy)));
    }

    private static Exports.Run export(String name, long rows, int first, int held) {
        return new Exports.Run(name, rows, ofMillis(first), ofMillis(2_000), held * 1_000_000L);
    }
}
