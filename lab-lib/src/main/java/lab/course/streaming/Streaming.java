package lab.course.streaming;

import lab.exercise.Lesson;
import lab.measure.Race;
import lab.stream.Downloads;
import lab.stream.Export;
import lab.stream.Exports;
import lab.stream.Loader;
import lab.stream.Readers;
import lab.stream.Sender;

/** Notebook 07: data that is larger than memory, and clients that are slower than the server. */
public final class Streaming {

    private Streaming() {}

    public static Lesson lesson() {
        return Lesson.of("07")
                .claim("C83", Readers.class, StreamingClaims::wholeFile)
                .claim("C84", Readers.class, StreamingClaims::constantMemory)
                .claim("C85", Race.class, StreamingClaims::moreEfficient)
                .claim("C86", Downloads.class, StreamingClaims::backpressure)
                .claim("C87", Exports.class, StreamingClaims::earlyFirstRow)
                .exercise("07.1", Loader.class, LoadInSmallHeap::check)
                .exercise("07.2", Sender.class, WaitForTheClient::check)
                .exercise("07.3", Export.class, ExportLines::check);
    }
}
