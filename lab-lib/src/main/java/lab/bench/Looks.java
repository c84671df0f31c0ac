package lab.bench;

/**
 * When a run looks whether its contests are decided, and how much doubt each look may leave.
 *
 * <p>Several looks are several chances to be misled, and so are several pairs. So the doubt of a
 * whole run, 0.5 %, is divided among its looks before it begins (a group sequential plan with an
 * alpha-spending function, Lan and DeMets 1983) and then equally among its contests (Bonferroni).
 * The intervals hold together, at every look (repeated confidence intervals, Jennison and Turnbull
 * 1989).
 *
 * <p>The shares follow what forks can show: three each can show a factor of two, and with six each
 * the rank test works, which needs 0.22 %.
 *
 * @param contests how many pairs there are among rivals, since any of them could be the best
 */
record Looks(int contests) {

    /** The probability that any contest of a run names a winner where there is none. */
    static final double DOUBT = 0.005;

    private static final int[] ROUNDS = {3, 6, 9, 14, 20, 28, 40, 56, 80, 100};
    private static final double[] SHARES = {0.0012, 0.0022};
    private static final double REST = DOUBT - 0.0012 - 0.0022;

    /** Whether to look after this many rounds. */
    static boolean isAt(int rounds) {
        return ROUNDS[slot(rounds)] == rounds;
    }

    /** The doubt of each contest at a look after this many rounds, which may be the last. */
    double doubt(int rounds) {
        return share(slot(rounds)) / Math.max(1, contests);
    }

    /** The doubt of each contest where the number of rounds is fixed, and so there is one look. */
    double doubtOfOneLook() {
        return DOUBT / Math.max(1, contests);
    }

    /** The look that comes next; the last of a run may come before its time. */
    private static int slot(int rounds) {
        int slot = 0;
        while (slot < ROUNDS.length - 1 && ROUNDS[slot] < rounds) {
            slot++;
        }
        return slot;
    }

    /** Each further look gets half of what is left. */
    private static double share(int slot) {
        return slot < SHARES.length ? SHARES[slot] : REST / Math.pow(2, slot - SHARES.length + 1);
    }
}
