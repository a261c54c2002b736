package io.fangwei.policy.statements.mongo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** What agreed plans cost beyond what could be committed, a row for each plan. */
public final class UncoveredRows {

    public static final String COLLECTION = "uncoveredPlans";

    private UncoveredRows() {}

    /** The items of a plan that is still to be carried out, with what is not covered of each. */
    static Map<String, BigDecimal> open(Document plan) {
        var items = plan.get("uncovered", Document.class);
        return plan.getBoolean("ended", false) || items == null
                ? Map.of()
                : items.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, item -> MongoStatements.decimal(item.getValue())));
    }
}
