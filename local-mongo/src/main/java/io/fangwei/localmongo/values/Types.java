package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of BSON: their names, their numbers, and the groups in which MongoDB compares them. */
public final class Types {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("double", 1),
            Map.entry("string", 2),
            Map.entry("object", 3),
            Map.entry("array", 4),
            Map.entry("binData", 5),
            Map.entry("undefined", 6),
            Map.entry("objectId", 7),
            Map.entry("bool", 8),
            Map.entry("date", 9),
            Map.entry("null", 10),
            Map.entry("regex", 11),
            Map.entry("dbPointer", 12),
            Map.entry("javascript", 13),
            Map.entry("symbol", 14),
            Map.entry("javascriptWithScope", 15),
            Map.entry("int", 16),
            Map.entry("timestamp", 17),
            Map.entry("long", 18),
            Map.entry("decimal", 19),
            Map.entry("minKey", -1),
            Map.entry("maxKey", 127));

    private Types() {}

    /** The name of a value's type, as {@code $type} says it. */
    public static String alias(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Number number) {
            return aliasOf(number);
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Instant) {
            return "date";
        } else if (value instanceof Map) {
            return "object";
        } else if (value instanceof Collection) {
            return "array";
        } else if (value instanceof ObjectId) {
            return "objectId";
        } else if (value instanceof UUID || value instanceof LegacyUUID || value instanceof BinData) {
            return "binData";
        }
        return aliasOfRare(value);
    }

    private static String aliasOf(Number number) {
        if (number instanceof Integer) {
            return "int";
        } else if (number instanceof Long) {
            return "long";
        }
        return number instanceof Decimal128 ? "decimal" : "double";
    }

    private static String aliasOfRare(Object value) {
        if (value instanceof Missing) {
            return "missing";
        } else if (value instanceof BsonTimestamp) {
            return "timestamp";
        } else if (value instanceof BsonRegularExpression) {
            return "regex";
        } else if (value instanceof BsonJavaScript) {
            return "javascript";
        } else if (value instanceof MinKey) {
            return "minKey";
        } else if (value instanceof MaxKey) {
            return "maxKey";
        }
        throw new IllegalArgumentException("no type of BSON: " + value.getClass());
    }

    /** The number of a type by its name; null if there is no such type. */
    public static @Nullable Integer number(String alias) {
        return NUMBERS.get(alias);
    }

    /** The name of a type by its number; null if there is no such type. */
    public static @Nullable String named(int number) {
        return NUMBERS.entrySet().stream()
                .filter(type -> type.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The place of a value's type in MongoDB's order; types of one rank are compared with each other. */
    public static int rank(@Nullable Object value) {
        if (value == null) {
            return 5;
        } else if (value instanceof Number) {
            return 10;
        } else if (value instanceof String) {
            return 15;
        } else if (value instanceof Map) {
            return 20;
        } else if (value instanceof Collection) {
            return 25;
        } else if (value instanceof UUID || value instanceof BinData || value instanceof LegacyUUID) {
            return 30;
        } else if (value instanceof ObjectId) {
            return 35;
        } else if (value instanceof Boolean) {
            return 40;
        }
        return value instanceof Instant ? 45 : rankOfRare(value);
    }

    private static int rankOfRare(Object value) {
        if (value instanceof Missing) {
            return 0;
        } else if (value instanceof BsonTimestamp) {
            return 47;
        } else if (value instanceof BsonRegularExpression) {
            return 50;
        } else if (value instanceof BsonJavaScript) {
            return 60;
        }
        return value instanceof MinKey ? -1 : 127;
    }

    /** Whether a value is null or not there. */
    public static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof Missing;
    }

    /** Whether an expression with this value holds. */
    public static boolean isTrue(@Nullable Object value) {
        if (isNothing(value) || Boolean.FALSE.equals(value)) {
            return false;
        }
        return !(value instanceof Number number) || !Numbers.isZero(number);
    }
}
