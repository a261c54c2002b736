package io.fangwei.evaluation.scores.mongo;

import io.fangwei.evaluation.findings.FindingRow;
import io.fangwei.evaluation.scores.FactRow;
import io.fangwei.evaluation.scores.RuleTally;
import io.fangwei.evaluation.scores.Tallies;
import io.fangwei.kernel.store.AggregateStores;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoTallies implements Tallies {

    private final MongoOperations mongo;

    MongoTallies(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(FactRow.COLLECTION, FactRow.INSURER, FactRow.YEAR, FactRow.RULE);
    }

    @Override
    public Map<String, RuleTally> of(UUID insurerId, int year) {
        var counted = cases(insurerId, year, false);
        var candidates = cases(insurerId, year, true);
        var population = grouped(
                FactRow.COLLECTION, new Document(FactRow.INSURER, insurerId).append(FactRow.YEAR, year), FactRow.RULE);
        var rules = new HashSet<>(population.keySet());
        rules.addAll(counted.keySet());
        rules.addAll(candidates.keySet());
        var tallies = new HashMap<String, RuleTally>();
        rules.forEach(rule -> tallies.put(
                rule,
                new RuleTally(
                        counted.getOrDefault(rule, 0),
                        candidates.getOrDefault(rule, 0),
                        population.getOrDefault(rule, 0))));
        return tallies;
    }

    private Map<String, Integer> cases(UUID insurerId, int year, boolean assisted) {
        return grouped(
                FindingRow.COLLECTION,
                new Document(FindingRow.INSURER, insurerId)
                        .append(FindingRow.YEAR_PATH, year)
                        .append(FindingRow.ASSISTED_PATH, assisted)
                        .append(FindingRow.WITHDRAWN, null),
                FindingRow.RULE);
    }

    private Map<String, Integer> grouped(String collection, Document match, String by) {
        var counts = new HashMap<String, Integer>();
        mongo.getCollection(collection)
                .aggregate(List.of(
                        new Document("$match", match),
                        new Document("$group", new Document("_id", "$" + by).append("count", new Document("$sum", 1)))))
                .forEach(row -> counts.put(
                        row.getString("_id"), row.get("count", Number.class).intValue()));
        return counts;
    }
}
