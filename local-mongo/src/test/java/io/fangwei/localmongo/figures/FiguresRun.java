package io.fangwei.localmongo.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The figures of docs/local-mongo.md: {@code mvn -Pbenchmark -pl local-mongo verify -DskipTests}. */
class FiguresRun {

    private final Path folder;

    FiguresRun() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "figures");
    }

    public static void main(String[] arguments) throws Exception {
        new FiguresRun().figures();
    }

    @Test
    void figures() throws Exception {
        var parts = System.getProperty("figures.parts", "rates,sizes");
        if (parts.contains("rates")) {
            rates();
        }
        if (parts.contains("sizes")) {
            var sizes = new Sizes(folder);
            sizes.grow(10_000);
            sizes.grow(100_000);
            sizes.grow(1_000_000);
            sizes.change(10_000, 1_000_000);
        }
    }

    private interface Start {
        MeasuredServer on(Path folder) throws IOException;
    }

    /** One after the other for each operation, so that what disturbs the machine disturbs all of them. */
    private void rates() throws Exception {
        var starts = new LinkedHashMap<String, Start>(Map.of("local-mongo", MeasuredServer::start));
        if (Boolean.parseBoolean(System.getProperty("figures.stock", "true"))) {
            starts.put("stock H2", MeasuredServer::startStock);
        }
        var other = System.getProperty("figures.other");
        if (other != null) {
            starts.put(other, path -> MeasuredServer.start(other, System.getProperty("figures.other.classpath"), path));
        }
        var servers = new LinkedHashMap<String, MeasuredServer>();
        try {
            for (var each : starts.entrySet()) {
                servers.put(each.getKey(), each.getValue().on(folder.resolve("rates-" + servers.size())));
            }
            compare(servers);
        } finally {
            servers.values().forEach(MeasuredServer::close);
        }
    }

    private static void compare(Map<String, MeasuredServer> servers) throws InterruptedException {
        var rates = new LinkedHashMap<String, Rates>();
        servers.forEach((name, server) -> rates.put(name, new Rates(server)));
        var operations = new LinkedHashMap<String, Map<String, IntConsumer>>();
        rates.forEach((name, each) -> operations.put(name, each.operations()));
        for (String operation : operations.get("local-mongo").keySet()) {
            for (int threads : new int[] {1, 16}) {
                for (String name : servers.keySet()) {
                    System.out.printf(
                            "%-34s %2d threads  %-30s %s of its CPU%n",
                            operation,
                            threads,
                            name,
                            rates.get(name).rate(threads, operations.get(name).get(operation)));
                }
            }
        }
        rates.values().forEach(Rates::close);
    }
}
