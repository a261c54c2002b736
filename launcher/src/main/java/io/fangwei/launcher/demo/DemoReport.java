package io.fangwei.launcher.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bson.Document;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what the demo year has led to, so that two loads can be compared: the text is the same if they are. */
@Command(
        name = "demo-report",
        mixinStandardHelpOptions = true,
        description = "Prints scores, documents per collection and events per type of the loaded demo year as JSON.")
public final class DemoReport implements Callable<Integer> {

    private static final List<String> SERVICES = List.of("policy", "team", "visit", "complaint", "evaluation");

    /** Who looked at what is not business, nor is how far somebody has read in one life of the topics. */
    private static final Set<String> NOT_BUSINESS = Set.of("audit", "feedProgress");

    @Option(names = "--gateway", defaultValue = "http://127.0.0.1:8080")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--issuer", defaultValue = "http://127.0.0.1:9000")
    private URI issuer = URI.create("http://127.0.0.1:9000");

    @Option(names = "--mongodb", defaultValue = "mongodb://127.0.0.1:27018")
    private String mongodb = "mongodb://127.0.0.1:27018";

    public static void main(String... args) {
        System.exit(new CommandLine(new DemoReport()).execute(args));
    }

    @Override
    public Integer call() {
        var cast = Cast.read();
        var platform = new PlatformClient(gateway, issuer);
        var scores = new ScoreTables(platform, cast);
        new CityCopy(platform).awaitWhatHappened();
        var report = new TreeMap<String, Object>();
        var perInsurer = new TreeMap<String, JsonNode>();
        cast.insurers().forEach(insurer -> perInsurer.put(insurer.key(), scores.score(insurer)));
        report.put("scores", perInsurer);
        try (var mongo = MongoClients.create(mongodb)) {
            report.put("collections", each(mongo, DemoReport::collections));
            report.put("events", each(mongo, DemoReport::events));
        }
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(json.writeValueAsString(report));
        return 0;
    }

    private interface Look {

        Map<String, Long> at(MongoDatabase database);
    }

    private static Map<String, Map<String, Long>> each(MongoClient mongo, Look look) {
        var all = new TreeMap<String, Map<String, Long>>();
        SERVICES.forEach(service -> all.put(service, look.at(mongo.getDatabase("fangwei-" + service))));
        return all;
    }

    private static Map<String, Long> collections(MongoDatabase database) {
        var counts = new TreeMap<String, Long>();
        for (var name : database.listCollectionNames()) {
            if (!NOT_BUSINESS.contains(name) && !name.startsWith("system.")) {
                counts.put(name, database.getCollection(name).countDocuments());
            }
        }
        return counts;
    }

    private static Map<String, Long> events(MongoDatabase database) {
        var counts = new TreeMap<String, Long>();
        for (var line : database.getCollection("journal").find().projection(new Document("type", 1).append("_id", 0))) {
            counts.merge(line.getString("type"), 1L, Long::sum);
        }
        return counts;
    }
}
