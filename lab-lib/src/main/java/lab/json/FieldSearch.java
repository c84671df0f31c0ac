package lab.json;

import java.io.InputStream;
import java.util.OptionalLong;

/** Finds a number in a document of JSON. */
@FunctionalInterface
public interface FieldSearch {
    OptionalLong find(InputStream document) throws Exception;
}
