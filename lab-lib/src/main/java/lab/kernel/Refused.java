package lab.kernel;

import jdk.jshell.SnippetEvent;

/** The compiler refused a statement of a cell. */
final class Refused extends RuntimeException {

    private final transient SnippetEvent event;

    Refused(SnippetEvent event) {
        this.event = event;
    }

    SnippetEvent event() {
        return event;
    }
}
