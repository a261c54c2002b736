package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that has been read: it makes a new document out of an old one. */
public interface Update {

    /** Changes a document, which itself stays as it is. */
    Document apply(Document before, Position matched, boolean inserting);

    /** Whether the whole document is replaced. */
    default boolean isReplacement() {
        return false;
    }

    /** Reads what a client sends as an update. */
    static Update of(@Nullable Object update, @Nullable Object arrayFilters, Scope scope) {
        if (update instanceof List) {
            if (arrayFilters != null) {
                throw Refusals.failedToParse("arrayFilters may not be specified for pipeline-syle updates");
            }
            return new PipelineUpdate(update, scope);
        } else if (!(update instanceof Document document)) {
            throw Refusals.failedToParse(
                    "Update argument must be either an object or an array, but found " + Types.alias(update));
        } else if (!document.isEmpty() && document.keySet().iterator().next().startsWith("$")) {
            return new OperatorUpdate(document, ArrayFilters.read(arrayFilters, scope), scope);
        } else {
            document.keySet().forEach(Update::refuseOperator);
            return new Replacement(document);
        }
    }

    private static void refuseOperator(String name) {
        if (name.startsWith("$")) {
            throw new MongoServerError(
                    52,
                    "DollarPrefixedFieldName",
                    "The dollar ($) prefixed field '" + name + "' in '" + name + "' is not allowed in the context of an"
                            + " update's replacement document. Consider using an aggregation pipeline with"
                            + " $replaceWith.");
        }
    }

    /** The _id stays. */
    static Document keepingId(Document before, Document after) {
        if (!before.containsKey("_id")) {
            return after;
        }
        var id = before.get("_id");
        if (after.containsKey("_id") && !Scope.EMPTY.order().same(id, after.get("_id"))) {
            throw new MongoServerError(
                    66,
                    "ImmutableField",
                    "After applying the update, the (immutable) field '_id' was found to have been altered to _id: "
                            + after.get("_id"));
        }
        var result = new Document("_id", id);
        after.forEach(result::putIfAbsent);
        return result;
    }

    /** A whole new document. */
    record Replacement(Document document) implements Update {

        @Override
        public Document apply(Document before, Position matched, boolean inserting) {
            return keepingId(before, document);
        }

        @Override
        public boolean isReplacement() {
            return true;
        }
    }
}
