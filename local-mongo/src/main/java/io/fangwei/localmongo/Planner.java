package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.Plan.Range;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the ranges of keys for a query: those of the index that narrows it down most, or all documents. */
final class Planner {

    private final int collection;
    private final List<OrderedIndex> indexes = new ArrayList<>();

    Planner(Catalogue.Described described) {
        collection = described.number();
        indexes.add(OrderedIndex.ofDocuments(collection));
        indexes.addAll(described.indexes());
    }

    Plan plan(Query query) {
        boolean collated = query.terms().order().collation() != null;
        var hint = query.terms().hint();
        if (hint instanceof Document natural && natural.containsKey("$natural")) {
            boolean backwards = natural.get("$natural") instanceof Number way && way.doubleValue() < 0;
            return Plan.allOf(
                    collection, query.order() == null, backwards, query.filter().isEmpty());
        } else if (hint != null) {
            var conditions = new Conditions(query.filter(), collated);
            return new IndexBounds(hinted(hint), conditions, true, !collated).plan(query.order());
        }
        return plan(query.filter(), query.order(), collated);
    }

    private OrderedIndex hinted(Object hint) {
        return indexes.stream()
                .filter(index -> hint instanceof Document pattern
                        ? isPattern(index, pattern)
                        : index.name().equals(hint))
                .findFirst()
                .orElseThrow(() -> Refusals.badValue("error processing query: planner returned error :: caused by ::"
                        + " hint provided does not correspond to an existing index"));
    }

    private static boolean isPattern(OrderedIndex index, Document pattern) {
        return pattern.values().stream().allMatch(Number.class::isInstance)
                && index.fields().equals(OrderedIndex.fieldsOf(pattern));
    }

    private Plan plan(Document query, @Nullable Document order, boolean collated) {
        var conditions = new Conditions(query, collated);
        var best = best(conditions, query, order, collated);
        if (best == null) {
            best = union(conditions, order, collated);
        }
        return best != null ? best : all(query, order);
    }

    private @Nullable Plan best(Conditions conditions, Document query, @Nullable Document order, boolean collated) {
        Plan best = null;
        for (OrderedIndex index : indexes) {
            if (index.partial() == null || !collated && new Implication(conditions, query).implies(index.partial())) {
                var plan = new IndexBounds(index, conditions, false, !collated).plan(order);
                if (plan != null && (best == null || plan.score() > best.score())) {
                    best = plan;
                }
            }
        }
        return best;
    }

    /** For {@code $or}: the ranges of all branches, if each has an index. */
    private @Nullable Plan union(Conditions conditions, @Nullable Document order, boolean collated) {
        for (List<Document> branches : conditions.alternatives()) {
            var plans = branches.stream()
                    .map(branch -> plan(branch, null, collated))
                    .toList();
            if (plans.stream().noneMatch(Plan::isScanOfAll)) {
                var ranges = new ArrayList<Range>();
                plans.stream().map(Plan::ranges).forEach(ranges::addAll);
                return new Plan(ranges, order == null, false, true, false, 1);
            }
        }
        return null;
    }

    private Plan all(Document query, @Nullable Document order) {
        boolean natural = order != null && order.containsKey("$natural");
        boolean backwards = natural && order.get("$natural") instanceof Number way && way.doubleValue() < 0;
        return Plan.allOf(collection, natural || order == null, backwards, query.isEmpty());
    }

    /** An index whose first field alone tells the values of a field; null if there is none. */
    @Nullable
    OrderedIndex covering(String path, Document query) {
        if (!query.isEmpty()) {
            return null;
        }
        return indexes.stream()
                .filter(index -> index.fields().get(0).path().equals(path)
                        && !index.multikey()
                        && index.partial() == null
                        && (!index.sparse() || index.fields().size() == 1))
                .findFirst()
                .orElse(null);
    }
}
