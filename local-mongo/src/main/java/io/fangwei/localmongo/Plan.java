package io.fangwei.localmongo;

import java.util.List;

/**
 * The ranges of keys that hold every document a query can match.
 *
 * @param ordered the ranges come in the order that was asked for
 * @param overlapping a document can lie in several ranges
 * @param exact the ranges hold nothing else, so that their keys alone tell the number of documents
 */
record Plan(List<Range> ranges, boolean ordered, boolean backwards, boolean overlapping, boolean exact, int score) {

    /** Of an index, from the first key (included) to the second (excluded); a point is one whole key. */
    record Range(OrderedIndex index, byte[] from, byte[] to, boolean point) {}

    static Plan allOf(int collection, boolean ordered, boolean backwards, boolean exact) {
        var documents = OrderedIndex.ofDocuments(collection);
        byte[] prefix = documents.prefix();
        return new Plan(
                List.of(new Range(documents, prefix, Keys.after(prefix), false)), ordered, backwards, false, exact, 0);
    }

    /** From value to value of an index. */
    static Plan distinct(OrderedIndex index) {
        byte[] prefix = index.prefix();
        return new Plan(List.of(new Range(index, prefix, Keys.after(prefix), false)), true, false, false, true, 1);
    }

    boolean isScanOfAll() {
        return score == 0;
    }

    /** Whether a document can turn up more than once. */
    boolean mayRepeat() {
        return overlapping || ranges.stream().anyMatch(range -> range.index().multikey());
    }

    List<OrderedIndex> indexes() {
        return ranges.stream().map(Range::index).distinct().toList();
    }
}
