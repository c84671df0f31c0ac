package lab;

import static lab.Lab.*;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.time.Duration;
import java.util.stream.Stream;
import lab.bench.BenchOptions;
import lab.database.Database;
import lab.dataset.Shop;
import lab.eventloop.Bursts;
import lab.eventloop.Experiment;
import lab.http.KeepAlive;
import lab.load.Load;
import lab.measure.Costs;
import lab.measure.Race;
import lab.measure.Samples;
import lab.pool.Borrowers;
import lab.pool.ConnectionCost;
import lab.pool.Distances;
import lab.pool.FirstBorrow;
import lab.pool.Gauge;
import lab.pool.Rush;
import lab.pool.Rushes;
import lab.pool.Sizing;
import lab.profile.Amdahl;
import lab.profile.Hierarchy;
import lab.query.Aftermath;
import lab.query.Plan;
import lab.query.Plans;
import lab.query.QueryLog;
import lab.query.Ways;
import lab.regex.Growth;
import lab.regex.Regex;
import lab.server.LoopServer;
import lab.server.Work;
import lab.wire.Wire;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A variable is null if its cell failed, so every method must handle null arguments. */
class MissingArgumentsTest {

    private static final java.net.URI HERE = java.net.URI.create("http://127.0.0.1:1/");

    @ParameterizedTest
    @MethodSource({"verbs", "builders", "databases", "subjects"})
    void aMissingArgumentIsNamedInTheMessageWithAFix(String name, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageMatching("(?s)(there is no )?" + name + " .*null.*(try|;) .*");
    }

    static Stream<Arguments> verbs() {
        return Stream.of(
                missing("class", () -> bench((Class<?>) null)),
                missing("class", () -> bench((Class<?>[]) null)),
                missing("options", () -> bench((BenchOptions) null, String.class)),
                missing("target", () -> load(null, open(5), ofSeconds(1))),
                missing("model", () -> load(HERE, null, ofSeconds(1))),
                missing("target", () -> load(null, () -> {}, open(5), ofSeconds(1))),
                missing("call", () -> load("nothing", null, open(5), ofSeconds(1))),
                missing("time", () -> load(HERE, open(5), null)),
                missing("task", () -> race("one", null, "other", () -> {})),
                missing("task", () -> race("one", () -> {}, "other", null)),
                missing("experiment", () -> live(null)),
                missing("result", () -> chart(null)),
                missing("prediction", () -> predict(null, 'a')),
                missing("ids", () -> claim(null, 1)),
                missing("claim C06", () -> claim("C06", null)),
                missing("notebook", () -> claims(null)),
                missing("exercise", () -> check(null, 1)),
                missing("exercise", () -> hint(null)),
                missing("exercise", () -> solution(null)),
                missing("file", () -> progress(null)),
                missing("name", () -> dataset(null)));
    }

    static Stream<Arguments> builders() {
        return Stream.of(
                missing("limit", () -> brief().within(null)),
                missing("the time of an iteration", () -> brief().warmup(1, null)),
                missing("heap", () -> brief().heap(null)),
                missing("profiler", () -> brief().profilers("gc", null)),
                missing("values", () -> brief().param("x", (Object[]) null)),
                missing("mode", () -> brief().modes((org.openjdk.jmh.annotations.Mode) null)),
                missing("pattern", () -> brief().include(null)),
                missing("patience", () -> Load.on(HERE).waitingAtMost(null)),
                missing("round trip", () -> Wire.to(80).roundTrip(null)),
                missing("address", () -> Wire.to(null)),
                missing("duration", () -> new Samples().record(null)),
                missing("work", () -> Costs.of("work", null)),
                missing("table", () -> new Shop(1, null).file(null)));
    }

    static Stream<Arguments> databases() {
        return Stream.of(
                missing("round trip", () -> with(db -> db.behind(null))),
                missing("config", () -> with(db -> db.pool((HikariConfig) null))),
                missing("nap", () -> with(db -> db.nap(null))),
                missing("shop", () -> with(db -> db.fill(null))),
                missing("statement", () -> with(db -> db.run("select 1", null))),
                missing("pool", () -> Borrowers.of(null)),
                missing("pool", () -> Rush.of(null, 1, connection -> {})),
                missing("use", () -> Rush.of(null, 1, null)),
                missing("rush", () -> Rushes.of(null)),
                missing("time", () -> Gauge.of(null, null)),
                missing("database", () -> FirstBorrow.of(null, 8)),
                missing("database", () -> ConnectionCost.of(null)),
                missing("server", () -> Distances.to(null, Duration.ZERO)),
                missing("database", () -> Sizing.sweep(null, open(1), connection -> {})),
                missing("round trip", () -> KeepAlive.over(null)));
    }

    static Stream<Arguments> subjects() {
        return Stream.of(
                missing("path", () -> withServer(server -> server.on(null, request -> {}))),
                missing("handler", () -> withServer(server -> server.on("/x", null))),
                missing("path", () -> withServer(server -> server.at(null))),
                missing("time", () -> withServer(server -> Experiment.on(server, null))),
                missing(
                        "path",
                        () -> withServer(s -> Experiment.on(s, ofSeconds(1)).request(null, 1))),
                missing("pattern", () -> Regex.jdk(null)),
                missing("pattern", () -> Regex.re2j(null)),
                missing("text", () -> Regex.jdk("a").match(null)),
                missing("sizes", () -> Growth.over((int[]) null)),
                missing("text", () -> Growth.over(1, 2).of("a", null)),
                missing("starting", () -> Bursts.of("all", 1, null)),
                missing("password", () -> Work.hash(null, 1)),
                missing("time", () -> Work.spin(null)),
                missing("transfer", () -> Aftermath.of("none", null)),
                missing("time", () -> Amdahl.of("all", null)),
                missing("race", () -> Hierarchy.of("code", (Race) null)),
                missing("connection", () -> Plan.of((Connection) null, "select 1")),
                missing("plan", () -> Plans.of("before", null)),
                missing("threshold", () -> QueryLog.slowerThan(null)),
                missing("source", () -> QueryLog.slowerThan(ofMillis(1)).watch(null)),
                missing("asking", () -> Ways.of("one", null)));
    }

    /** Uses a resource that is closed afterwards. */
    private interface Doing<T> {
        void to(T opened) throws Exception;
    }

    private static void with(Doing<Database> doing) throws Exception {
        try (var server = Database.server()) {
            doing.to(server);
        }
    }

    private static void withServer(Doing<LoopServer> doing) throws Exception {
        try (var server = LoopServer.apart(1)) {
            doing.to(server);
        }
    }

    private static Arguments missing(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }
}
