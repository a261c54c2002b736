package io.fangwei.localmongo.figures;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The figures of docs/local-mongo.md: {@code mvn -Pbenchmark -pl local-mongo verify -DskipTests}. */
class FiguresRun {

    public static void main(String[] arguments) throws Exception {
        new FiguresRun().figures();
    }

    @Test
    void figures() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "figures");
        var parts = System.getProperty("figures.parts", "rates,sizes");
        if (parts.contains("rates")) {
            try (var server = MeasuredServer.start(folder.resolve("rates"))) {
                var rates = new Rates(server);
                rates.measure();
                rates.close();
            }
        }
        if (parts.contains("sizes")) {
            var sizes = new Sizes(folder);
            sizes.grow(10_000);
            sizes.grow(100_000);
            sizes.grow(1_000_000);
            sizes.change(10_000, 1_000_000);
        }
    }
}
