package io.fangwei.launcher.operations;

import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.RunningFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The launcher that is at work in a data folder, as another process reaches it. */
public final class LauncherAtWork implements LiveBackup {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningFile running;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private LauncherAtWork(RunningFile running) {
        this.running = running;
    }

    public static LauncherAtWork in(Path data) {
        try {
            return new LauncherAtWork(RunningFile.read(data));
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "正在运行的平台没有应答 · A launcher is at work in %s, but does not say how to ask it: %s"
                            .formatted(data, unreadable),
                    unreadable);
        }
    }

    @Override
    public void to(Path file, Consumer<String> console) {
        var order = JSON.writeValueAsString(Map.of("file", file.toAbsolutePath().toString()));
        var request = HttpRequest.newBuilder(running.address().resolve(OperationsSecurity.BACKUPS))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + running.secret())
                .POST(BodyPublishers.ofString(order))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofLines());
            try (var lines = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new StartRefused("正在运行的平台拒绝了请求 · The launcher at work refuses: HTTP " + answer.statusCode());
                }
                follow(lines, console);
            }
        } catch (IOException unreachable) {
            throw new StartRefused("正在运行的平台没有应答 · The launcher at work does not answer: " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The backup was interrupted.", stopped);
        }
    }

    private static void follow(Stream<String> lines, Consumer<String> console) {
        var last = lines.map(line -> JSON.readValue(line, Progress.class))
                .peek(progress -> {
                    if (progress.line() != null) {
                        console.accept(progress.line());
                    }
                })
                .reduce((earlier, later) -> later)
                .orElseGet(() -> Progress.refusal("The launcher at work said nothing."));
        if (!last.done()) {
            throw new StartRefused(last.refused() == null ? "备份没有完成 · The backup broke off." : last.refused());
        }
    }
}
