package io.fangwei.launcher.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.fangwei.launcher.demo.Cast.Insurer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares what the running platform says of the demo year with what was planned to go wrong: each case, found once and
 * at the thing to which it happened, and each score, worked out by hand; and what the city platform pulls with what it is
 * shown.
 */
@Command(
        name = "demo-check",
        mixinStandardHelpOptions = true,
        description = "Compares the scores of the loaded demo year with a calculation by hand; 1 if they differ.")
public final class DemoCheck implements Callable<Integer> {

    @Option(names = "--gateway", defaultValue = "http://127.0.0.1:8080")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--issuer", defaultValue = "http://127.0.0.1:9000")
    private URI issuer = URI.create("http://127.0.0.1:9000");

    @Option(names = "--data", defaultValue = "data", description = "The data folder with the progress of the load.")
    private Path data = Path.of("data");

    private final PrintStream out = System.out;

    public static void main(String... args) {
        System.exit(new CommandLine(new DemoCheck()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        var year = DemoYear.plan();
        var scores = new ScoreTables(platform(), year.cast());
        var ids = ids(year);
        var differences = new ArrayList<String>();
        for (var insurer : year.cast().insurers()) {
            var planned = year.cases().stream()
                    .filter(one -> one.insurer().equals(insurer.key()))
                    .toList();
            compareTotals(insurer, planned, scores, differences);
            compareCases(insurer, planned, ids, scores, differences);
        }
        explainTheFestival(year, ids, differences);
        new CityCopy(platform()).compare(out, differences);
        differences.forEach(out::println);
        out.println(differences.isEmpty() ? "The scores are those worked out by hand." : "The scores differ.");
        return differences.isEmpty() ? 0 : 1;
    }

    private PlatformClient platform() {
        return new PlatformClient(gateway, issuer);
    }

    /** Why a record after the visit of Thursday, 23 January was due on Saturday, 8 February: the seventh working day. */
    private void explainTheFestival(DemoYear year, Map<String, String> ids, List<String> differences) {
        var visit =
                year.visits().stream().filter(VisitPlot::lastDay).findFirst().orElseThrow();
        var path = "/api/visit/v1/visits/" + ids.get(visit.slot()) + "/deadlines";
        var record = ScoreTables.each(platform().read(visit.policy().insurer().manager(), path))
                .filter(clock -> clock.path("rule").asString().equals("CLK-01"))
                .findFirst()
                .orElseThrow();
        var days = ScoreTables.each(record.path("days")).toList();
        out.printf(
                "The record after the visit of %s was due on %s:%n",
                visit.day(), record.path("due").asString());
        days.forEach(day -> out.println("  " + day));
        var counted =
                days.stream().filter(day -> day.path("counted").asBoolean()).count();
        if (!record.path("due").asString().equals("2025-02-08") || counted != VisitCourse.A_WEEK || days.size() != 17) {
            differences.add("The deadline over the Spring Festival is explained otherwise than by the calendar");
        }
    }

    private void compareTotals(
            Insurer insurer, List<PlannedCase> planned, ScoreTables scores, List<String> differences) {
        var byHand = HandCalculation.total(planned);
        var score = scores.score(insurer);
        out.printf(
                "%s: %d cases, by hand %s, by the platform %s, %s of %s evaluated%n",
                insurer.key(),
                planned.size(),
                byHand,
                score.path("total").asString(),
                score.path("evaluated").asString(),
                score.path("of").asString());
        if (byHand.compareTo(ScoreTables.decimal(score, "total")) != 0) {
            differences.add("%s: %s by hand, %s by the platform"
                    .formatted(insurer.key(), byHand, score.path("total").asString()));
        }
        if (score.path("evaluated").asInt() != HandCalculation.MAXIMA.size()) {
            differences.add("%s: %d indicators were expected to be evaluated"
                    .formatted(insurer.key(), HandCalculation.MAXIMA.size()));
        }
    }

    private static void compareCases(
            Insurer insurer,
            List<PlannedCase> planned,
            Map<String, String> ids,
            ScoreTables scores,
            List<String> differences) {
        var expected = planned.stream()
                .collect(groupingBy(
                        PlannedCase::rule,
                        mapping(one -> ids.getOrDefault(one.subject(), one.subject()), toCollection(TreeSet::new))));
        var found = scores.findings(insurer).stream()
                .filter(one -> one.path("status").asString().equals("COUNTED"))
                .collect(groupingBy(
                        one -> one.path("ruleId").asString(),
                        mapping(one -> one.path("subjectId").asString(), toCollection(TreeSet::new))));
        var rules = new TreeSet<>(expected.keySet());
        rules.addAll(found.keySet());
        for (var rule : rules) {
            compare(
                    insurer.key() + " " + rule,
                    expected.getOrDefault(rule, new TreeSet<>()),
                    found.getOrDefault(rule, new TreeSet<>()),
                    differences);
        }
    }

    private static void compare(String what, Set<String> expected, Set<String> found, List<String> differences) {
        expected.stream()
                .filter(one -> !found.contains(one))
                .forEach(one -> differences.add(what + ": planned and not found: " + one));
        found.stream()
                .filter(one -> !expected.contains(one))
                .forEach(one -> differences.add(what + ": found and not planned: " + one));
    }

    private Map<String, String> ids(DemoYear year) throws IOException {
        var ids = new HashMap<String, String>();
        try (var progress =
                Progress.open(DemoYearLoad.progressFile(data), year.script().fingerprint())) {
            year.script().steps().forEach(step -> {
                var keep = step.keep();
                if (keep != null) {
                    progress.idOf(step).ifPresent(id -> ids.put(keep.slot(), id));
                }
            });
        }
        return ids;
    }
}
