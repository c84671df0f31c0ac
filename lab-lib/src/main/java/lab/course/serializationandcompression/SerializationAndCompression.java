package lab.course.serializationandcompression;

import lab.bench.BenchResult;
import lab.compress.CodecChoice;
import lab.compress.Compression;
import lab.compress.SafeInflate;
import lab.compress.SmallPayloads;
import lab.exercise.Lesson;
import lab.json.FieldSearch;
import lab.json.Pulled;
import lab.json.Stages;
import lab.measure.Race;

/** Notebook 08: what JSON costs, and when compression pays. */
public final class SerializationAndCompression {

    private SerializationAndCompression() {}

    public static Lesson lesson() {
        return Lesson.of("08")
                .claim("C43", Race.class, JsonClaims::cacheTheBytes)
                .claim("C88", Pulled.class, JsonClaims::stopEarly)
                .claim("C89", BenchResult.class, JsonClaims::generated)
                .claim("C90", Stages.class, JsonClaims::halfOfTheTime)
                .claim("C120", Compression.class, CompressionClaims::savesMost)
                .claim("C121", SmallPayloads.class, CompressionClaims::notBelowOneKilobyte)
                .claim("C122", Compression.class, CompressionClaims::brotliIsBetter)
                .claim("C123", SmallPayloads.class, CompressionClaims::skipCompressed)
                .exercise("08.1", FieldSearch.class, ReadWhatIsNeeded::check)
                .exercise("08.2", CodecChoice.class, ChooseByLink::check)
                .exercise("08.3", SafeInflate.class, LimitTheOutput::check)
                .why("08.4");
    }
}
