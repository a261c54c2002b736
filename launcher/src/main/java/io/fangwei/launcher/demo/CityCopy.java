package io.fangwei.launcher.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the city platform pulls of policies and money, beside what the service shows it page by page. */
final class CityCopy {

    private static final String CITY = "cp.city";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PlatformClient platform;

    CityCopy(PlatformClient platform) {
        this.platform = platform;
    }

    /** @param differences takes what does not agree */
    void compare(PrintStream out, List<String> differences) {
        awaitWhatHappened();
        var policies = snapshot("D-01");
        var money = snapshot("D-02");
        compare("policies", idsOf("POLICY", policies), disclosed(), differences);
        var pools = list("/api/policy/v1/budget-pools");
        compare("pools", idsOf("POOL", money), ids(pools.stream()), differences);
        pools.forEach(pool -> compareBalances(pool, money, differences));
        var entries = pools.stream()
                .mapToInt(pool -> list("/api/policy/v1/budget-pools/%s/entries"
                                .formatted(pool.path("id").asString()))
                        .size())
                .sum();
        var pulled = idsOf("ENTRY", money).size();
        if (entries != pulled) {
            differences.add("The city platform pulled %d of %d entries of the ledgers".formatted(pulled, entries));
        }
        out.printf(
                "The city platform pulls %d records of policies and terms, %d of budget and ledger.%n",
                policies.size(), money.size());
    }

    /** Everything that has happened by now is in the datasets when this returns. */
    void awaitWhatHappened() {
        var moment = Instant.ofEpochMilli(System.currentTimeMillis());
        var end = moment.plus(PATIENCE);
        while (Stream.of(platform.read(CITY, "/city/v1/datasets").path("items"))
                .flatMap(ScoreTables::each)
                .anyMatch(dataset -> dataset.path("asOf").isMissingNode()
                        || dataset.path("asOf").isNull()
                        || Instant.parse(dataset.path("asOf").asString()).isBefore(moment))) {
            if (System.currentTimeMillis() > end.toEpochMilli()) {
                throw new DemoFailure("The datasets lag behind");
            }
            try {
                Thread.sleep(A_MOMENT.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("The check was interrupted");
            }
        }
    }

    private void compareBalances(JsonNode pool, Map<String, JsonNode> money, List<String> differences) {
        var id = pool.path("id").asString();
        var record = money.values().stream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst();
        for (var field : List.of("accrued", "committed", "spent")) {
            var pulled =
                    record.map(one -> one.at("/record/" + field).asString()).orElse("nothing");
            if (!pulled.equals(pool.path(field).asString())) {
                differences.add("%s of pool %s: %s by the service, %s by the dataset"
                        .formatted(field, id, pool.path(field).asString(), pulled));
            }
        }
    }

    private static void compare(String what, TreeSet<String> pulled, TreeSet<String> shown, List<String> differences) {
        if (!pulled.equals(shown)) {
            differences.add("The city platform pulled %d %s, the service shows %d, and they are not the same"
                    .formatted(pulled.size(), what, shown.size()));
        }
    }

    private TreeSet<String> disclosed() {
        return ids(list("/api/policy/v1/policies").stream().filter(policy -> policy.hasNonNull("disclosure")));
    }

    private static TreeSet<String> ids(Stream<JsonNode> listed) {
        return listed.map(one -> one.path("id").asString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> idsOf(String kind, Map<String, JsonNode> records) {
        return ids(records.values().stream()
                .filter(one -> one.at("/record/kind").asString().equals(kind)));
    }

    /** The records by id and area; a snapshot without its last line is none. */
    private Map<String, JsonNode> snapshot(String dataset) {
        var answer = platform.get(CITY, "/city/v1/datasets/" + dataset + "/snapshot");
        var lines = answer.text().lines().map(JsonMapper.shared()::readTree).toList();
        if (!answer.isFine() || lines.isEmpty() || !lines.get(lines.size() - 1).has("cursor")) {
            throw new DemoFailure("%s could not be pulled: %d".formatted(dataset, answer.status()));
        }
        var records = new TreeMap<String, JsonNode>();
        lines.stream()
                .filter(line -> line.has("id"))
                .forEach(line -> records.put(
                        line.path("id").asString() + " " + line.path("area").asString(), line));
        return records;
    }

    private List<JsonNode> list(String path) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = platform.read(CITY, path + "?limit=200" + next);
            ScoreTables.each(page.path("items")).forEach(all::add);
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return all;
    }
}
