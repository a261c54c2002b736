package io.fangwei.localmongo.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The order that a sort asks for: arrays go by their smallest element upwards, by their largest downwards. */
final class NaiveOrder implements Comparator<BsonDocument> {

    private final BsonDocument sort;

    NaiveOrder(BsonDocument sort) {
        this.sort = sort;
    }

    @Override
    public int compare(BsonDocument one, BsonDocument other) {
        for (var field : sort.entrySet()) {
            boolean up = field.getValue().asNumber().intValue() > 0;
            int found = NaiveValues.compare(key(one, field.getKey(), up), key(other, field.getKey(), up));
            if (found != 0) {
                return up ? found : -found;
            }
        }
        return 0;
    }

    private static BsonValue key(BsonDocument document, String path, boolean up) {
        var all = new ArrayList<BsonValue>();
        for (BsonValue end : NaivePaths.ends(document, path)) {
            all.addAll(keys(end));
        }
        if (all.isEmpty()) {
            all.add(BsonNull.VALUE);
        }
        all.sort(NaiveValues.COMPARISON);
        return all.get(up ? 0 : all.size() - 1);
    }

    /** What an index or an order holds of a value. */
    static List<BsonValue> keys(@Nullable BsonValue end) {
        if (end instanceof BsonArray array) {
            return array.isEmpty() ? List.of(new BsonUndefined()) : List.copyOf(array);
        }
        return List.of(end == null ? BsonNull.VALUE : end);
    }
}
