package lab.jupyter;

import java.lang.ref.WeakReference;

/**
 * The result that a live output of a cell has ended with. If it is also the value of that cell, it
 * is not drawn a second time. A later cell draws it again.
 */
final class Shown {

    private static volatile Shown last = new Shown(null, null);

    private final WeakReference<Object> result;
    private final WeakReference<Object> replies;

    private Shown(Object result, Object replies) {
        this.result = new WeakReference<>(result);
        this.replies = new WeakReference<>(replies);
    }

    static void note(Object result, Object replies) {
        last = new Shown(result, replies);
    }

    static boolean isShown(Object result, Object replies) {
        return result != null && last.result.refersTo(result) && last.replies.refersTo(replies);
    }
}
