package io.fangwei.localmongo.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** An index over fields that hold at most one array between them. */
record RandomIndex(BsonDocument fields, boolean unique, boolean sparse) {

    private static final Comparator<List<BsonValue>> BY_FIELDS = (one, other) -> {
        int found = 0;
        for (int i = 0; i < one.size() && found == 0; i++) {
            found = NaiveValues.compare(one.get(i), other.get(i));
        }
        return found;
    };

    /** What a document holds in the index. */
    Set<List<BsonValue>> keys(BsonDocument document) {
        var keys = new TreeSet<>(BY_FIELDS);
        boolean isThere = fields.keySet().stream()
                .anyMatch(path -> NaivePaths.ends(document, path).stream().anyMatch(end -> end != null));
        if (isThere || !sparse) {
            keys.add(List.of());
            for (String path : fields.keySet()) {
                var longer = new TreeSet<>(BY_FIELDS);
                keys.forEach(head -> NaivePaths.ends(document, path)
                        .forEach(end -> NaiveOrder.keys(end).forEach(value -> longer.add(with(head, value)))));
                keys.clear();
                keys.addAll(longer);
            }
        }
        return keys;
    }

    private static List<BsonValue> with(List<BsonValue> head, BsonValue value) {
        var longer = new ArrayList<>(head);
        longer.add(value);
        return longer;
    }
}
