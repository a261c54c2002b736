package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.stages.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a pipeline that a query can do, with the indexes: its first $match stages and the $sort after them. */
final class LeadingQuery {

    private final List<Document> stages;
    private final Terms terms;
    private final Document filter;
    private final @Nullable Document order;
    private final int length;

    LeadingQuery(List<Document> stages, Terms terms) {
        this.stages = stages;
        this.terms = terms;
        var matches = new ArrayList<Document>();
        while (matches.size() < stages.size() && stages.get(matches.size()).get("$match") instanceof Document match) {
            matches.add(match);
        }
        filter = matches.isEmpty()
                ? new Document()
                : matches.size() == 1 ? matches.get(0) : new Document("$and", matches);
        boolean sorts = matches.size() < stages.size()
                && stages.get(matches.size()).get("$sort") instanceof Document sort
                && !sort.isEmpty();
        order = sorts ? (Document) stages.get(matches.size()).get("$sort") : null;
        length = matches.size() + (sorts ? 1 : 0);
    }

    /** With no more than the limit behind it takes. */
    Query query() {
        return new Query(filter, order, 0, limitAfter(length), null, terms);
    }

    private int limitAfter(int position) {
        return (int) Math.min(Integer.MAX_VALUE, Pipeline.taken(stages.subList(position, stages.size())));
    }

    List<Document> rest() {
        return stages.subList(length, stages.size());
    }

    /** Whether the pipeline only counts, as drivers write countDocuments. */
    boolean isCount() {
        return order == null && !stages.isEmpty() && isCount(stages.get(stages.size() - 1)) && isWindow(rest());
    }

    private static boolean isCount(Document stage) {
        return stage.get("$group") instanceof Document group
                && group.size() == 2
                && group.get("_id") instanceof Number
                && group.get("n") instanceof Document sum
                && sum.equals(new Document("$sum", 1));
    }

    /** At most one $skip and one $limit, in this order, before the last stage. */
    private static boolean isWindow(List<Document> rest) {
        var names = rest.subList(0, rest.size() - 1).stream()
                .map(stage -> stage.keySet().iterator().next())
                .toList();
        return names.isEmpty()
                || names.equals(List.of("$skip"))
                || names.equals(List.of("$limit"))
                || names.equals(List.of("$skip", "$limit"));
    }

    Query countedQuery() {
        return new Query(filter, null, inRest("$skip"), inRest("$limit"), null, terms);
    }

    private int inRest(String stage) {
        return rest().stream().mapToInt(each -> Arguments.count(each, stage)).sum();
    }

    Stream<Document> counted(long count) {
        var group = (Document) stages.get(stages.size() - 1).get("$group");
        return count == 0
                ? Stream.empty()
                : Stream.of(new Document("_id", group.get("_id")).append("n", Answers.count(count)));
    }
}
