package io.fangwei.localmongo.differential;

import io.fangwei.localmongo.differential.NaiveUpdate.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** Documents in a list, changed and looked through one by one. */
final class NaiveCollection {

    private static final int DUPLICATE = 11000;

    private final List<BsonDocument> documents = new ArrayList<>();
    private final List<RandomIndex> unique;

    NaiveCollection(List<RandomIndex> indexes) {
        unique = indexes.stream().filter(RandomIndex::unique).toList();
    }

    List<BsonDocument> all() {
        return documents.stream()
                .sorted(Comparator.comparing(each -> each.get("_id"), NaiveValues.COMPARISON))
                .toList();
    }

    void insert(BsonDocument document) {
        refuseDuplicate(document, -1);
        documents.add(document);
    }

    List<BsonDocument> find(BsonDocument filter) {
        return documents.stream()
                .filter(each -> NaiveFilter.matches(each, filter))
                .toList();
    }

    List<BsonDocument> find(BsonDocument filter, BsonDocument sort, int skip, int limit) {
        var found = find(filter).stream().sorted(new NaiveOrder(sort)).skip(skip);
        return (limit == 0 ? found : found.limit(limit)).toList();
    }

    /** The number of documents matched and of those changed. */
    List<Integer> update(BsonDocument filter, BsonDocument update, boolean upsert) {
        int matched = 0;
        int changed = 0;
        for (int i = 0; i < documents.size(); i++) {
            if (NaiveFilter.matches(documents.get(i), filter)) {
                matched++;
                var updated = NaiveUpdate.updated(documents.get(i), update);
                refuseDuplicate(updated, i);
                changed += documents.set(i, updated).toJson(Wire.EXACT).equals(updated.toJson(Wire.EXACT)) ? 0 : 1;
            }
        }
        if (matched == 0 && upsert) {
            insert(NaiveUpdate.updated(new BsonDocument("_id", filter.get("_id")), update));
        }
        return List.of(matched, changed);
    }

    int delete(BsonDocument filter) {
        int before = documents.size();
        documents.removeIf(each -> NaiveFilter.matches(each, filter));
        return before - documents.size();
    }

    /** The different values at a path, elements of arrays one by one. */
    List<BsonValue> distinct(String path, BsonDocument filter) {
        var values = new TreeMap<BsonValue, BsonValue>(NaiveValues.COMPARISON);
        for (var document : find(filter)) {
            for (BsonValue end : NaivePaths.ends(document, path)) {
                if (end instanceof BsonArray array) {
                    array.forEach(each -> values.putIfAbsent(each, each));
                } else if (end != null) {
                    values.putIfAbsent(end, end);
                }
            }
        }
        return List.copyOf(values.values());
    }

    /** How many documents there are of each value of a field. */
    TreeMap<BsonValue, Integer> grouped(String field, BsonDocument filter) {
        var groups = new TreeMap<BsonValue, Integer>(NaiveValues.COMPARISON);
        find(filter).forEach(each -> groups.merge(each.get(field, BsonNull.VALUE), 1, Integer::sum));
        return groups;
    }

    private void refuseDuplicate(BsonDocument document, int itself) {
        for (int i = 0; i < documents.size(); i++) {
            if (i != itself && collide(documents.get(i), document)) {
                throw new Refused(DUPLICATE);
            }
        }
    }

    private boolean collide(BsonDocument one, BsonDocument other) {
        return NaiveValues.areEqual(one.get("_id"), other.get("_id"))
                || unique.stream().anyMatch(index -> !Collections.disjoint(index.keys(one), index.keys(other)));
    }
}
