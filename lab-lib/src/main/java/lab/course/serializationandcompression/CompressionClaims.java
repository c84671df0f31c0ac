package lab.course.serializationandcompression;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import lab.compress.Codec;
import lab.compress.Compression;
import lab.compress.SmallPayloads;
import lab.exercise.Finding;
import lab.measure.Text;

/** What the results of notebook 08 say about the guides' claims on compression. */
final class CompressionClaims {

    private static final String USUAL = "gzip 6";
    private static final String BROTLI = "brotli 6";
    private static final double LEAST_OF_GUIDES = 0.6;

    /** The guides' threshold is 1,024 bytes; near it is near enough. */
    private static final int ABOUT_FROM = 700;

    private static final int ABOUT_TO = 1_500;
    private static final double NOT_MUCH_LONGER = 2;
    private static final double CLEARLY_SMALLER = 0.98;

    private CompressionClaims() {}

    static Finding savesMost(Compression compression) {
        double saved = compression.saved(USUAL);
        String here =
                "%s saves %s of %,d bytes"
                        .formatted(USUAL, Text.percent(Math.max(0, saved)), compression.bytes());
        return saved >= LEAST_OF_GUIDES
                ? holdsIf(here, "for text that repeats itself; random keys in it save less")
                : doesNotHold(here, "this content does not repeat itself enough");
    }

    static Finding notBelowOneKilobyte(SmallPayloads payloads) {
        String here = payloads.finding();
        if (payloads.kinds().size() < 2) {
            return inconclusive(here, "take two kinds of content, or more");
        }
        boolean allAbout =
                payloads.kinds().stream()
                        .allMatch(
                                kind ->
                                        kind.savesFrom().isPresent()
                                                && kind.savesFrom().getAsInt() >= ABOUT_FROM
                                                && kind.savesFrom().getAsInt() <= ABOUT_TO);
        return allAbout
                ? holds(here, "").bearingOut('a')
                : doesNotHold(here, "the content decides, not a size").bearingOut('b');
    }

    static Finding brotliIsBetter(Compression compression) {
        if (compression.runs().stream().noneMatch(run -> run.name().equals(BROTLI))) {
            return inconclusive(
                    compression.finding(),
                    Codec.hasBrotli()
                            ? "add Codec.brotli(6)"
                            : "there is no brotli for this machine");
        }
        var gzip = compression.run(USUAL);
        var brotli = compression.run(BROTLI);
        double size = (double) brotli.size() / gzip.size();
        double time = (double) brotli.compress().toNanos() / Math.max(1, gzip.compress().toNanos());
        String here =
                "%s leaves %s as many bytes as %s, in %s of its time"
                        .formatted(BROTLI, Text.times(size), USUAL, Text.times(time));
        if (size > CLEARLY_SMALLER) {
            return doesNotHold(here, "it is not smaller here");
        }
        return time <= NOT_MUCH_LONGER
                ? holdsIf(here, "for text, up to about 6; 11 is for files that are compressed once")
                : inconclusive(here, "smaller, but slower: the link decides, see the figure");
    }

    static Finding skipCompressed(SmallPayloads payloads) {
        var picture = payloads.kind("a picture");
        double share = picture.left().getLast().share();
        String here =
                "of a picture of %,d bytes, %s leaves %s"
                        .formatted(
                                picture.left().getLast().bytes(),
                                payloads.codec(),
                                share > 1 ? "more than there was" : Text.percent(share));
        return picture.savesFrom().isEmpty()
                ? holds(here, "")
                : doesNotHold(here, "these bytes were not compressed before");
    }
}
