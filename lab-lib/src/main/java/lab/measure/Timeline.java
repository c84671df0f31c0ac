package lab.measure;

import java.time.Duration;
import java.util.List;

/**
 * Samples over time, with horizontal lines for the limits of alerts.
 *
 * @param title what was watched
 * @param unit the label of the vertical axis, with its unit
 * @param tracks the samples; never empty
 * @param thresholds horizontal lines with a label, such as an alert's limit
 */
public record Timeline(String title, String unit, List<Track> tracks, List<Threshold> thresholds)
        implements Shape {

    public Timeline {
        tracks = List.copyOf(tracks);
        thresholds = List.copyOf(thresholds);
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("tracks must not be empty; a timeline needs one");
        }
    }

    /** One kind of sample, in order of time. */
    public record Track(String name, List<Sample> samples) {
        public Track {
            samples = List.copyOf(samples);
        }
    }

    /** One sample: when it was taken, counted from the start, and its value in the unit. */
    public record Sample(Duration at, double value) {}
}
