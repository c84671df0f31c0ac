package lab.exercise;

/** Something the lab says to the learner: a box in a notebook, plain text elsewhere. */
public interface Card {

    /** A fragment of HTML that is safe to show as it is: text from elsewhere is escaped. */
    String html();

    /** The same facts as plain text. */
    String text();
}
