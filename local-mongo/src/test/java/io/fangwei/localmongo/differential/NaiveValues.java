package io.fangwei.localmongo.differential;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The order of values as the manual says it (reference/bson-type-comparison-order); what is missing counts as null. */
final class NaiveValues {

    private static final List<List<BsonType>> ORDER = List.of(
            List.of(BsonType.MIN_KEY),
            List.of(BsonType.UNDEFINED),
            List.of(BsonType.NULL),
            List.of(BsonType.INT32, BsonType.INT64, BsonType.DOUBLE, BsonType.DECIMAL128),
            List.of(BsonType.STRING, BsonType.SYMBOL),
            List.of(BsonType.DOCUMENT),
            List.of(BsonType.ARRAY),
            List.of(BsonType.BINARY),
            List.of(BsonType.OBJECT_ID),
            List.of(BsonType.BOOLEAN),
            List.of(BsonType.DATE_TIME),
            List.of(BsonType.TIMESTAMP),
            List.of(BsonType.REGULAR_EXPRESSION),
            List.of(BsonType.MAX_KEY));

    static final Comparator<@Nullable BsonValue> COMPARISON = NaiveValues::compare;

    private NaiveValues() {}

    static int rank(@Nullable BsonValue value) {
        var type = value == null ? BsonType.NULL : value.getBsonType();
        for (int rank = 0; rank < ORDER.size(); rank++) {
            if (ORDER.get(rank).contains(type)) {
                return rank;
            }
        }
        throw new IllegalArgumentException("no order for " + type);
    }

    static boolean areEqual(@Nullable BsonValue one, @Nullable BsonValue other) {
        return compare(one, other) == 0;
    }

    static int compare(@Nullable BsonValue one, @Nullable BsonValue other) {
        int byRank = Integer.compare(rank(one), rank(other));
        if (byRank != 0 || one == null || other == null) {
            return byRank;
        }
        return switch (one.getBsonType()) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> exact(one).compareTo(exact(other));
            case STRING ->
                compare(bytes(one.asString().getValue()), bytes(other.asString().getValue()));
            case DOCUMENT -> compareDocuments(one.asDocument(), other.asDocument());
            case ARRAY -> compareArrays(one.asArray(), other.asArray());
            case BINARY -> compareBinaries(one.asBinary(), other.asBinary());
            case BOOLEAN -> one.asBoolean().compareTo(other.asBoolean());
            case DATE_TIME -> one.asDateTime().compareTo(other.asDateTime());
            case OBJECT_ID -> one.asObjectId().compareTo(other.asObjectId());
            default -> 0;
        };
    }

    static BigDecimal exact(BsonValue number) {
        return switch (number.getBsonType()) {
            case DOUBLE -> new BigDecimal(number.asDouble().getValue());
            case DECIMAL128 -> number.asDecimal128().getValue().bigDecimalValue();
            default -> BigDecimal.valueOf(number.asNumber().longValue());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    private static int compareDocuments(BsonDocument one, BsonDocument other) {
        var left = one.entrySet().iterator();
        var right = other.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            var a = left.next();
            var b = right.next();
            int found = Integer.compare(rank(a.getValue()), rank(b.getValue()));
            found = found != 0 ? found : compare(bytes(a.getKey()), bytes(b.getKey()));
            found = found != 0 ? found : compare(a.getValue(), b.getValue());
            if (found != 0) {
                return found;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static int compareArrays(BsonArray one, BsonArray other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int found = compare(one.get(i), other.get(i));
            if (found != 0) {
                return found;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compareBinaries(BsonBinary one, BsonBinary other) {
        int found = Integer.compare(one.getData().length, other.getData().length);
        found = found != 0 ? found : Byte.compare(one.getType(), other.getType());
        return found != 0 ? found : compare(one.getData(), other.getData());
    }
}
