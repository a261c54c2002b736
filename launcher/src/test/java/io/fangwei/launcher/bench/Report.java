package io.fangwei.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The figures as tables, for the eye and for a file. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    Report line(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        text.append(line).append('\n');
        System.out.println(line);
        return this;
    }

    Report table(String title, String... columns) {
        line("").line("### %s", title).line("");
        line("%s", "| " + String.join(" | ", columns) + " |");
        return line("%s", "|---".repeat(columns.length) + "|");
    }

    Report row(Object... cells) {
        var row = new StringBuilder("|");
        for (var cell : cells) {
            row.append(' ')
                    .append(cell instanceof Double number ? shown(number) : cell)
                    .append(" |");
        }
        return line("%s", row);
    }

    Report parts(String title, List<Profile.Part> parts, int most) {
        table(title, "part", "% of samples");
        parts.stream()
                .filter(part -> part.percent() >= 0.5)
                .limit(most)
                .forEach(part -> row(part.name(), part.percent()));
        return this;
    }

    /** What a baseline says at one number of drivers. */
    Report baseline(String what, int threads, Timings timings, Meter.Used used) {
        return row(
                what,
                threads,
                timings.perSecond(),
                timings.percentile(50),
                timings.percentile(99),
                timings.errors().size(),
                used.serverMillisEach(timings.perSecond()),
                used.server(),
                used.drivers(),
                used.others());
    }

    Report lifecycles(String way, int threads, Timings timings, Meter.Used used, Duration gone) {
        var schedule = timings.of(Lifecycle.SCHEDULE);
        return row(
                way,
                threads,
                timings.perSecond() / Lifecycle.LENGTH,
                timings.perSecond(),
                timings.percentile(50),
                timings.percentile(99),
                timings.errors().size(),
                used.eventsPerSecond(),
                gone.toMillis() / 1000.0,
                used.serverMillisEach(timings.perSecond()),
                used.server(),
                used.drivers(),
                used.others(),
                used.questionMillis(),
                100 * used.questionMillis() * schedule.all().size() / timings.total());
    }

    private static String shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
    }
}
