package lab.json;

import io.avaje.jsonb.Json;

/**
 * A parcel of a shop, as an example of a small object. Its adapter for avaje-jsonb is generated
 * when the lab is compiled (C89).
 *
 * @param id its number
 * @param city where it goes
 * @param grams its weight
 * @param paid whether it is paid
 */
@Json
public record Parcel(long id, String city, double grams, boolean paid) {}
