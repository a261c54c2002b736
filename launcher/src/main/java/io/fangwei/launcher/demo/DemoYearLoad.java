package io.fangwei.launcher.demo;

import io.fangwei.launcher.Console;
import io.fangwei.launcher.DemoLoad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Loads the demo year into an empty platform and tells the three scores that come of it. */
public final class DemoYearLoad implements DemoLoad {

    private static final int BAR = 30;

    @Override
    public void load(Platform running) throws Exception {
        var year = DemoYear.plan();
        var file = progressFile(running.data());
        var failure = file.resolveSibling("failed");
        try (var progress = Progress.open(file, year.script().fingerprint())) {
            if (progress.isComplete()) {
                return;
            }
            Files.deleteIfExists(failure);
            play(running, year, progress);
        } catch (RuntimeException failed) {
            Files.writeString(failure, failed + "\n");
            throw failed;
        }
    }

    static Path progressFile(Path data) {
        return data.resolve("demo").resolve("progress");
    }

    private static void play(Platform running, DemoYear year, Progress progress) throws Exception {
        var total = year.script().size();
        var started = System.nanoTime();
        var done = year.script().steps().filter(progress::has).count();
        var console = running.console();
        console.line("演示年份 2025：%,d 个步骤，%s · demo year 2025: %,d commands"
                .formatted(total, done == 0 ? "开始装载" : "从第 %,d 步继续".formatted(done), total));
        var platform = new PlatformClient(running.gateway(), running.desk());
        new Player(platform, progress, bar(console, total)).play(year);
        progress.complete();
        console.line("演示年份装载完毕，用时 %.0f 秒 · demo year loaded in %.0f s".formatted(seconds(started), seconds(started)));
        console.line("");
        new ScoreTables(platform, year.cast()).lines().forEach(console::line);
    }

    /** A line for each month. */
    private static BiConsumer<LocalDate, Long> bar(Console console, long total) {
        var shown = new AtomicReference<>(YearMonth.of(2024, 1));
        return (day, done) -> {
            var month = YearMonth.from(day);
            if (month.equals(shown.getAndSet(month)) && done < total) {
                return;
            }
            var filled = (int) (done * BAR / total);
            console.line("  %s  [%s%s] %3d %%  %,6d / %,d"
                    .formatted(month, "#".repeat(filled), ".".repeat(BAR - filled), done * 100 / total, done, total));
        };
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
