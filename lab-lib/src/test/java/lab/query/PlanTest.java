package lab.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void rowsOfParallelWorkersInPostgresAreAddedUp() {
        var plan =
                Plan.of(
                        "select",
                        """
                        Gather  (cost=1..13) (actual time=0.3..40.1 rows=100 loops=1)
                          Workers Planned: 2
                          ->  Parallel Seq Scan on orders (actual time=0.1..35.0 rows=34 loops=3)
                                Filter: (user_id = 500)
                                Rows Removed by Filter: 333300
                        Execution Time: 40.2 ms
                        """);

        assertThat(plan.scansTable()).isTrue();
        assertThat(plan.rowsRead()).isEqualTo(3 * 34 + 3 * 333_300);
    }

    @Test
    void rowsOfABitmapIndexScanAreCountedOnce() {
        var plan =
                Plan.of(
                        "select",
                        """
                        Bitmap Heap Scan on orders (actual time=0.03..0.15 rows=100 loops=1)
                          Heap Blocks: exact=100
                          ->  Bitmap Index Scan on orders_user (actual time=0.02 rows=100 loops=1)
                                Index Cond: (user_id = 500)
                        """);

        assertThat(plan.scansTable()).isFalse();
        assertThat(plan.rowsRead()).isEqualTo(100);
    }

    @Test
    void aWalkThroughAWholeIndexIsAScan() {
        var h2 =
                Plan.of(
                        "select",
                        """
                        FROM "PUBLIC"."ORDERS"
                            /* PUBLIC.PRIMARY_KEY_8 */
                            /* scanCount: 1001 */
                        /* index sorted */
                        """);
        var postgres =
                Plan.of(
                        "select",
                        """
                        Index Scan using orders_pkey on orders (actual time=0.03 rows=0 loops=1)
                          Filter: (amount < 0)
                          Rows Removed by Filter: 1000
                        """);
        var found =
                Plan.of(
                        "select",
                        """
                        Index Scan using orders_user on orders (actual time=0.03 rows=10 loops=1)
                          Index Cond: (user_id = 7)
                          Filter: (amount < 0)
                        """);

        assertThat(h2.scansTable()).isTrue();
        assertThat(postgres.scansTable()).isTrue();
        assertThat(found.scansTable()).isFalse();
    }

    @Test
    void plansAreShownSideBySideByName() {
        var scan = Plan.of("select", "/* PUBLIC.ORDERS.tableScan */ /* scanCount: 1001 */");
        var found = Plan.of("select", "/* PUBLIC.ORDERS_USER: USER_ID = 7 */ /* scanCount: 11 */");
        var plans = Plans.of("no index", scan).and("index", found);

        assertThat(plans.finding())
                .isEqualTo(
                        "no index: 1,001 rows read in a scan of the table;"
                                + " index: 11 rows read by an index");
        assertThat(plans.shape().bars()).extracting(bar -> bar.value()).containsExactly(1001., 11.);
    }
}
