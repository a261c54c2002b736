package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.Plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the ranges that serve a query best. */
final class Planner {

    private final List<OrderedIndex> indexes;
    private final int collection;

    Planner(Catalogue.Described described) {
        collection = described.number();
        indexes = Stream.concat(Stream.of(OrderedIndex.ofDocuments(collection)), described.indexes().stream())
                .toList();
    }

    Plan plan(Document query, @Nullable Document order) {
        var conditions = new Conditions(query);
        var best = best(conditions, query, order);
        if (best == null) {
            best = union(conditions, order);
        }
        return best != null ? best : all(query, order);
    }

    private @Nullable Plan best(Conditions conditions, Document query, @Nullable Document order) {
        Plan best = null;
        for (OrderedIndex index : indexes) {
            if (isPartOf(index, query)) {
                var plan = new IndexBounds(index, conditions).plan(order);
                if (plan != null && (best == null || plan.score() > best.score())) {
                    best = plan;
                }
            }
        }
        return best;
    }

    /** Whether a partial index holds every document that the query can match: its filter is repeated in the query. */
    private static boolean isPartOf(OrderedIndex index, Document query) {
        return index.partial() == null
                || Filters.demands(query).containsAll(Filters.demands(Filters.separated(index.partial())));
    }

    /** For {@code $or}: the ranges of all branches, if each has an index. */
    private @Nullable Plan union(Conditions conditions, @Nullable Document order) {
        for (List<Document> branches : conditions.alternatives()) {
            var plans = branches.stream().map(branch -> plan(branch, null)).toList();
            if (plans.stream().noneMatch(Plan::isScanOfAll)) {
                var ranges = new ArrayList<Range>();
                plans.stream().map(Plan::ranges).forEach(ranges::addAll);
                return new Plan(ranges, order == null || order.isEmpty(), false, true, false, 1);
            }
        }
        return null;
    }

    private Plan all(Document query, @Nullable Document order) {
        boolean natural = order != null && order.containsKey("$natural");
        boolean backwards = natural && ((Number) order.get("$natural")).intValue() < 0;
        return Plan.allOf(collection, natural || order == null || order.isEmpty(), backwards, query.isEmpty());
    }
}
