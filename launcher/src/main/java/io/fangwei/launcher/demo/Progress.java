package io.fangwei.launcher.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the load is: one line for each step that was acknowledged, with the id that it gave. A line that a kill has
 * torn does not count and is cut off; its step is repeated, which the platform recognises by the step's name.
 */
final class Progress implements AutoCloseable {

    private static final String SCRIPT = "script";
    private static final String COMPLETE = "complete";
    private static final String NOTHING = "-";

    private final FileChannel file;
    private final Map<String, String> lines = new ConcurrentHashMap<>();

    private Progress(FileChannel file) {
        this.file = file;
    }

    static Progress open(Path path, String fingerprint) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var progress = new Progress(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        progress.read(path);
        progress.requireScript(path, fingerprint);
        return progress;
    }

    private void read(Path path) throws IOException {
        var text = Files.readString(path, StandardCharsets.UTF_8);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().forEach(line -> {
            var tab = line.indexOf('\t');
            lines.put(line.substring(0, tab), line.substring(tab + 1));
        });
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        file.position(file.size());
    }

    private void requireScript(Path path, String fingerprint) throws IOException {
        var begun = lines.get(SCRIPT);
        if (begun == null) {
            done(SCRIPT, fingerprint);
        } else if (!begun.equals(fingerprint)) {
            close();
            throw new IOException("The load in %s was begun with another script".formatted(path));
        }
    }

    boolean has(Step step) {
        return lines.containsKey(step.name());
    }

    /** The id that a step gave. */
    Optional<String> idOf(Step step) {
        return Optional.ofNullable(lines.get(step.name())).filter(id -> !id.equals(NOTHING));
    }

    void done(Step step, @Nullable String id) throws IOException {
        done(step.name(), id == null ? NOTHING : id);
    }

    void complete() throws IOException {
        done(COMPLETE, NOTHING);
    }

    boolean isComplete() {
        return lines.containsKey(COMPLETE);
    }

    private synchronized void done(String name, String id) throws IOException {
        var line = ByteBuffer.wrap((name + '\t' + id + '\n').getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        lines.put(name, id);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
