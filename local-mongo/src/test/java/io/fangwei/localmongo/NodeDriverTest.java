package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Clients that nobody here wrote: the Node.js driver and the shell. Each runs where {@code node} is installed and the
 * property {@code fangwei.node-modules} or the variable {@code FANGWEI_NODE_MODULES} names a folder with the package
 * mongodb or mongosh.
 */
class NodeDriverTest extends Served {

    @Test
    void everyday_operations_of_the_driver() throws Exception {
        var modules = with("mongodb");

        var end = run(List.of("node", script("everyday.cjs"), MONGO.connectionString()), modules);

        assertThat(end.code()).as(end.output()).isZero();
        assertThat(end.output()).contains("15 parts held");
    }

    @Test
    void everyday_operations_of_the_shell() throws Exception {
        var modules = with("mongosh");
        var shell = modules.resolve(".bin").resolve("mongosh").toString();

        var end = run(
                List.of(shell, "--quiet", "--norc", MONGO.connectionString() + "/shell", script("shell.js")), modules);

        assertThat(end.code()).as(end.output()).isZero();
        assertThat(end.output()).contains("6 parts held");
    }

    private static String script(String name) throws URISyntaxException {
        return Path.of(NodeDriverTest.class.getResource("/node/" + name).toURI())
                .toString();
    }

    private static Path with(String packageName) throws Exception {
        var modules = modules(packageName);
        assumeTrue(modules.isPresent(), "no folder node_modules with the package " + packageName + " is named");
        assumeTrue(run(List.of("node", "--version"), modules.get()).code() == 0, "node is not installed");
        return modules.get();
    }

    private static Optional<Path> modules(String packageName) {
        return Optional.ofNullable(System.getProperty("fangwei.node-modules"))
                .or(() -> Optional.ofNullable(System.getenv("FANGWEI_NODE_MODULES")))
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve(packageName)));
    }

    private record End(int code, String output) {}

    private static End run(List<String> command, Path modules) throws IOException, InterruptedException {
        var output = Files.createTempFile("node", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("NODE_PATH", modules.toString());
            builder.environment().put("HOME", output.getParent().toString());
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
