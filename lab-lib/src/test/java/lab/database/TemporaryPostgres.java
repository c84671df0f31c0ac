package lab.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL for the tests: a new cluster in a temporary folder, on a free port. */
final class TemporaryPostgres implements AutoCloseable {

    static final String USER = "carla_of_the_tests";
    static final String PASSWORD = "not-to-be-seen";
    static final String WAY_IN = "apt-get install postgresql";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path bin;
    private final Path home;
    private final int port;
    private final Process server;

    private TemporaryPostgres(Path bin) throws IOException, InterruptedException {
        this.bin = bin;
        this.home = Files.createTempDirectory("lab-postgres-");
        this.port = freePort();
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        if (isRoot()) {
            run("chown", "-R", "postgres", home.toString());
        }
        run(
                as(
                        "initdb",
                        "-D",
                        data(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--no-sync",
                        "--pwfile=" + password));
        server =
                new ProcessBuilder(
                                as(
                                        "postgres",
                                        "-D",
                                        data(),
                                        "-p",
                                        "" + port,
                                        "-h",
                                        "127.0.0.1",
                                        "-k",
                                        home.toString(),
                                        "-c",
                                        "fsync=off"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        awaitReady();
    }

    /**
     * The folder of PostgreSQL's programs; they refuse to run as root, so root uses another user.
     */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN) || (isRoot() && !knowsUser("postgres"))) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    static TemporaryPostgres start(Path programs) throws IOException, InterruptedException {
        return new TemporaryPostgres(programs);
    }

    /** The environment variables that a learner sets. */
    Map<String, String> environment() {
        return Map.of(
                Address.URL, "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                Address.USER, USER,
                Address.PASSWORD, PASSWORD);
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 100 && server.isAlive(); i++) {
            var ready =
                    List.of(
                            bin.resolve("pg_isready").toString(),
                            "-h",
                            "127.0.0.1",
                            "-p",
                            "" + port);
            if (new ProcessBuilder(ready)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("PostgreSQL did not start in " + home);
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private List<String> as(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(command, said));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean knowsUser(String name) throws IOException {
        return Files.readString(Path.of("/etc/passwd"))
                .lines()
                .anyMatch(line -> line.startsWith(name + ":"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(as("pg_ctl", "stop", "-D", data(), "-m", "fast", "-w", "-t", "10"));
        if (!server.waitFor(5, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
        run("rm", "-rf", home.toString());
    }
}
