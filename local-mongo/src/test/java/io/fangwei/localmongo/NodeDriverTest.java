package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A client that nobody here wrote: the Node.js driver. Runs where {@code node} is installed and the property
 * {@code fangwei.node-modules} or the variable {@code FANGWEI_NODE_MODULES} names a folder with the package mongodb.
 */
class NodeDriverTest extends Served {

    @Test
    void everyday_operations() throws Exception {
        var modules = modules();
        assumeTrue(modules.isPresent(), "no folder node_modules with the package mongodb is named");
        assumeTrue(run(List.of("node", "--version"), modules.get()).code() == 0, "node is not installed");

        var script = Path.of(getClass().getResource("/node/everyday.cjs").toURI());
        var end = run(List.of("node", script.toString(), MONGO.connectionString()), modules.get());

        assertThat(end.code()).as(end.output()).isZero();
        assertThat(end.output()).contains("15 parts held");
    }

    private static Optional<Path> modules() {
        return Optional.ofNullable(System.getProperty("fangwei.node-modules"))
                .or(() -> Optional.ofNullable(System.getenv("FANGWEI_NODE_MODULES")))
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve("mongodb")));
    }

    private record End(int code, String output) {}

    private static End run(List<String> command, Path modules) throws IOException, InterruptedException {
        var output = Files.createTempFile("node", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("NODE_PATH", modules.toString());
            var process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new End(process.waitFor(), Files.readString(output));
        } catch (IOException notInstalled) {
            return new End(-1, notInstalled.getMessage());
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
