package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Collation;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The description of an index as a client sends it, refused where MongoDB would or where there is no such index here. */
final class IndexDescription {

    private static final int MOST_FIELDS = 32;
    private static final Set<String> OPTIONS = Set.of(
            "v",
            "key",
            "name",
            "ns",
            "unique",
            "sparse",
            "background",
            "hidden",
            "dropDups",
            "expireAfterSeconds",
            "partialFilterExpression",
            "collation",
            "storageEngine",
            "weights",
            "default_language",
            "language_override",
            "textIndexVersion",
            "2dsphereIndexVersion",
            "bits",
            "min",
            "max",
            "wildcardProjection",
            "prepareUnique",
            "clustered");

    private IndexDescription() {}

    /** The index of a collection that a client describes. */
    static OrderedIndex read(Document description, int collection) {
        description.keySet().forEach(IndexDescription::refuseUnknown);
        var key = key(description);
        checkKey(key);
        if (Arguments.flag(description, "sparse") && description.containsKey("partialFilterExpression")) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "cannot mix \"partialFilterExpression\" and \"sparse\"");
        }
        if (Collation.of(description.get("collation")) != null) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "this server orders the text of an index by its code points only");
        }
        if (description.get("partialFilterExpression") instanceof Document partial) {
            PartialFilters.check(partial);
        }
        return new OrderedIndex(
                collection,
                0,
                name(description),
                OrderedIndex.fieldsOf(key),
                Arguments.flag(description, "unique"),
                Arguments.flag(description, "sparse"),
                false,
                Arguments.optionalDocument(description, "partialFilterExpression"),
                expireAfterSeconds(description, key));
    }

    private static void refuseUnknown(String option) {
        if (!OPTIONS.contains(option)) {
            throw new MongoServerError(
                    197,
                    "InvalidIndexSpecificationOption",
                    "The field '" + option + "' is not valid for an index specification.");
        }
    }

    private static void checkKey(Document key) {
        if (key.isEmpty()) {
            throw new MongoServerError(67, "CannotCreateIndex", "Index keys cannot be an empty object.");
        }
        if (key.size() > MOST_FIELDS) {
            throw new MongoServerError(67, "CannotCreateIndex", "Index keys cannot have more than 32 fields.");
        }
        key.keySet().forEach(IndexDescription::refuseNoPath);
        for (Object kind : key.values()) {
            if (!(kind instanceof Number direction)) {
                throw new MongoServerError(67, "CannotCreateIndex", "this server knows no index of the kind " + kind);
            }
            if (Numbers.compare(direction, 0) == 0 || Double.isNaN(direction.doubleValue())) {
                throw new MongoServerError(67, "CannotCreateIndex", "Values in the index key pattern cannot be 0.");
            }
        }
    }

    private static void refuseNoPath(String path) {
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw new MongoServerError(67, "CannotCreateIndex", "Index keys cannot contain an empty field.");
        } else if (path.startsWith("$")) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "Index key contains an illegal field name: field name starts with '$'.");
        }
    }

    private static Document key(Document description) {
        if (description.get("key") instanceof Document key) {
            return key;
        } else if (!description.containsKey("key")) {
            throw Refusals.failedToParse("The 'key' field is a required property of an index specification");
        }
        throw Refusals.typeMismatch(
                "The field 'key' must be an object, but got " + Types.alias(description.get("key")));
    }

    private static String name(Document description) {
        if (description.get("name") instanceof String name) {
            return named(name);
        } else if (!description.containsKey("name")) {
            throw Refusals.failedToParse("The 'name' field is a required property of an index specification");
        }
        throw Refusals.typeMismatch(
                "The field 'name' must be a string, but got " + Types.alias(description.get("name")));
    }

    private static String named(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "The name of an index cannot be empty or contain nulls.");
        }
        return name;
    }

    private static @Nullable Integer expireAfterSeconds(Document description, Document key) {
        if (!description.containsKey("expireAfterSeconds")) {
            return null;
        }
        if (key.size() != 1 || key.containsKey("_id")) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "TTL indexes are single-field indexes, and not on _id: " + key);
        }
        if (!(description.get("expireAfterSeconds") instanceof Number seconds)
                || Double.isNaN(seconds.doubleValue())
                || Numbers.toLong(seconds) < 0
                || Numbers.toLong(seconds) > Integer.MAX_VALUE) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "expireAfterSeconds must be a number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) Numbers.toLong(seconds);
    }
}
