package lab.exercise;

/**
 * A claim of one of the guides, as the lab's ledger holds it.
 *
 * @param id the project's id, such as "C08"; never reused
 * @param guides where it stands, such as "S1, S3"
 * @param says the claim in one sentence of our own
 * @param notebook the number of the notebook that stages it
 */
public record Claim(String id, String guides, String says, String notebook) {}
