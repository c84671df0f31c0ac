package lab.course.connectionpools;

import com.zaxxer.hikari.HikariDataSource;
import lab.bench.BenchResult;
import lab.exercise.Lesson;
import lab.http.KeepAlive;
import lab.pool.Booking;
import lab.pool.Borrowing;
import lab.pool.ConnectionCost;
import lab.pool.Distances;
import lab.pool.FirstBorrow;
import lab.pool.Rushes;
import lab.pool.Sizing;

/** Notebook 05: what a connection costs, and how many are enough. */
public final class ConnectionPools {

    private ConnectionPools() {}

    public static Lesson lesson() {
        return Lesson.of("05")
                .claim("C81", Rushes.class, PoolClaims::fewAtATime)
                .claim("C106", Distances.class, PoolClaims::newConnection)
                .claim("C107", ConnectionCost.class, PoolClaims::parts)
                .claim("C108", Borrowing.class, PoolClaims::failsSoon)
                .claim("C109", Sizing.class, PoolClaims::fewAreEnough)
                .claim("C110", HikariDataSource.class, PoolClaims::leak)
                .claim("C111", FirstBorrow.class, PoolClaims::warm)
                .claim("C116", BenchResult.class, PoolClaims::prepared)
                .claim("C117", KeepAlive.class, PoolClaims::keepAlive)
                .exercise("05.1", Integer.class, SizeThePool::check)
                .exercise("05.2", Booking.class, GiveItBack::check);
    }
}
