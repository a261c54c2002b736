package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;

/** A plan as the tree of stages in which MongoDB shows it. */
final class PlanTree {

    /**
     * What was explained.
     *
     * @param stage what was done with the documents that were found; empty if they were the answer
     */
    record Run(String stage, Query query, long returned) {}

    private final Examined examined;

    PlanTree(Examined examined) {
        this.examined = examined;
    }

    Document of(Run run) {
        var plan = examined.plan();
        if (plan == null) {
            return new Document("stage", "EOF");
        }
        return switch (run.stage()) {
            case "" -> shown(found(plan, run.query()), run.query());
            case "DISTINCT" -> distinct(plan, run.query());
            case "COUNT" -> counted(plan, run.query());
            default -> around(run.stage(), found(plan, run.query()));
        };
    }

    private static Document around(String stage, Document input) {
        return new Document("stage", stage).append("inputStage", input);
    }

    private static Document shown(Document found, Query query) {
        var tree = found;
        if (query.skip() > 0) {
            tree = around("SKIP", tree).append("skipAmount", query.skip());
        }
        if (query.projection() != null) {
            tree = around("PROJECTION_DEFAULT", tree).append("transformBy", query.projection());
        }
        if (query.limit() > 0 && !"SORT".equals(found.get("stage"))) {
            tree = around("LIMIT", tree).append("limitAmount", query.limit());
        }
        return tree;
    }

    private static Document found(Plan plan, Query query) {
        var access = access(plan, query);
        if (plan.ordered()) {
            return access;
        }
        var sort = around("SORT", access).append("sortPattern", query.order());
        return query.limit() > 0 ? sort.append("limitAmount", query.limit()) : sort;
    }

    private static Document access(Plan plan, Query query) {
        if (plan.isScanOfAll()) {
            return new Document("stage", "COLLSCAN").append("direction", direction(plan));
        }
        boolean byId = plan.ranges().size() == 1
                && plan.ranges().get(0).point()
                && plan.ranges().get(0).index().holdsDocuments()
                && query.filter().size() == 1;
        return byId ? new Document("stage", "IDHACK") : around("FETCH", scans(plan));
    }

    private static Document scans(Plan plan) {
        var scans = plan.indexes().stream()
                .map(index -> scan("IXSCAN", index, plan))
                .toList();
        return scans.size() == 1 ? scans.get(0) : new Document("stage", "OR").append("inputStages", scans);
    }

    private static Document scan(String stage, OrderedIndex index, Plan plan) {
        return new Document("stage", stage)
                .append("keyPattern", index.keyPattern())
                .append("indexName", index.name())
                .append("isMultiKey", index.multikey())
                .append("isUnique", index.unique())
                .append("isSparse", index.sparse())
                .append("isPartial", index.partial() != null)
                .append("direction", direction(plan));
    }

    private static Document distinct(Plan plan, Query query) {
        boolean walks = plan.exact() && !plan.isScanOfAll() && query.filter().isEmpty();
        return walks
                ? around(
                        "PROJECTION_COVERED",
                        scan("DISTINCT_SCAN", plan.indexes().get(0), plan))
                : found(plan, query);
    }

    private static Document counted(Plan plan, Query query) {
        if (plan.exact() && plan.isScanOfAll()) {
            return new Document("stage", "RECORD_STORE_FAST_COUNT");
        } else if (plan.exact() && plan.indexes().size() == 1) {
            return around("COUNT", scan("COUNT_SCAN", plan.indexes().get(0), plan));
        }
        return around("COUNT", found(plan, query));
    }

    private static String direction(Plan plan) {
        return plan.backwards() ? "backward" : "forward";
    }
}
