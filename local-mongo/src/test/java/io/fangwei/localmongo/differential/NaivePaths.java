package io.fangwei.localmongo.differential;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Where a dotted path leads in a document: through documents, positions and all elements of arrays; null is missing. */
final class NaivePaths {

    private NaivePaths() {}

    /** What a demand on the path looks at: of an array its elements, and then itself. */
    static List<@Nullable BsonValue> looked(BsonDocument document, String path) {
        var found = new ArrayList<@Nullable BsonValue>();
        for (BsonValue end : ends(document, path)) {
            if (end instanceof BsonArray array) {
                found.addAll(array);
            }
            found.add(end);
        }
        return found;
    }

    /** The values at the ends of the path, arrays as they are. */
    static List<@Nullable BsonValue> ends(BsonDocument document, String path) {
        var found = new ArrayList<@Nullable BsonValue>();
        follow(document, List.of(path.split("\\.")), found);
        return found;
    }

    private static void follow(@Nullable BsonValue at, List<String> steps, List<@Nullable BsonValue> found) {
        if (steps.isEmpty()) {
            found.add(at);
        } else if (at instanceof BsonDocument document) {
            follow(document.get(steps.get(0)), rest(steps), found);
        } else if (at instanceof BsonArray array) {
            followElements(array, steps, found);
        } else {
            found.add(null);
        }
    }

    private static void followElements(BsonArray array, List<String> steps, List<@Nullable BsonValue> found) {
        for (BsonValue element : array) {
            if (element.isDocument()) {
                follow(element, steps, found);
            }
        }
        if (steps.get(0).matches("\\d+") && Integer.parseInt(steps.get(0)) < array.size()) {
            var element = array.get(Integer.parseInt(steps.get(0)));
            if (steps.size() == 1 || element.isDocument() || element.isArray()) {
                follow(element, rest(steps), found);
            }
        }
    }

    private static List<String> rest(List<String> steps) {
        return steps.subList(1, steps.size());
    }
}
