package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MongoDB's order of values of all types. */
public final class ValueOrder implements Comparator<@Nullable Object> {

    /** Text by its code points. */
    public static final ValueOrder SIMPLE = new ValueOrder(null);

    private final @Nullable Collation collation;

    private ValueOrder(@Nullable Collation collation) {
        this.collation = collation;
    }

    /** Text by a collation, or by its code points. */
    public static ValueOrder by(@Nullable Collation collation) {
        return collation == null ? SIMPLE : new ValueOrder(collation);
    }

    /** What text is compared by; null if by its code points. */
    public @Nullable Collation collation() {
        return collation;
    }

    /** Whether two values are equal for MongoDB: 1 and 1.0 are. */
    public boolean same(@Nullable Object left, @Nullable Object right) {
        return compare(left, right) == 0;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return 0;
        }
        int rank = Types.rank(left);
        int byType = Integer.compare(rank, Types.rank(right));
        return byType != 0 || left == null || right == null ? byType : compareInRank(rank, left, right);
    }

    private int compareInRank(int rank, Object left, Object right) {
        return switch (rank) {
            case 10 -> Numbers.compare((Number) left, (Number) right);
            case 15 -> compareText((String) left, (String) right);
            case 20 -> compareDocuments((Document) left, (Document) right);
            case 25 -> compareArrays((Collection<?>) left, (Collection<?>) right);
            case 30 -> compareBinary(left, right);
            case 35 -> Arrays.compareUnsigned(((ObjectId) left).toByteArray(), ((ObjectId) right).toByteArray());
            case 40 -> Boolean.compare((Boolean) left, (Boolean) right);
            case 45 -> ((Instant) left).compareTo((Instant) right);
            case 47 -> ((BsonTimestamp) left).compareTo((BsonTimestamp) right);
            case 50 -> compareRegex((BsonRegularExpression) left, (BsonRegularExpression) right);
            case 60 -> compareCodePoints(((BsonJavaScript) left).getCode(), ((BsonJavaScript) right).getCode());
            default -> 0;
        };
    }

    private int compareText(String left, String right) {
        return collation == null
                ? compareCodePoints(left, right)
                : compareCodePoints(collation.keyOf(left), collation.keyOf(right));
    }

    /** As the bytes of UTF-8 compare. */
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
                return mixed ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }

    private int compareDocuments(Document left, Document right) {
        var others = right.entrySet().iterator();
        for (Map.Entry<String, Object> field : left.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = compareFields(field, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private int compareFields(Map.Entry<String, Object> left, Map.Entry<String, Object> right) {
        int byType = Integer.compare(Types.rank(left.getValue()), Types.rank(right.getValue()));
        if (byType != 0) {
            return byType;
        }
        int byName = compareCodePoints(left.getKey(), right.getKey());
        return byName != 0 ? byName : compare(left.getValue(), right.getValue());
    }

    private int compareArrays(Collection<?> left, Collection<?> right) {
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = compare(element, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static int compareRegex(BsonRegularExpression left, BsonRegularExpression right) {
        int byPattern = compareCodePoints(left.getPattern(), right.getPattern());
        return byPattern != 0 ? byPattern : compareCodePoints(left.getOptions(), right.getOptions());
    }

    private static int compareBinary(Object left, Object right) {
        byte[] a = bytes(left);
        byte[] b = bytes(right);
        int byLength = Integer.compare(a.length, b.length);
        if (byLength != 0) {
            return byLength;
        }
        int bySubtype = Integer.compare(subtype(left), subtype(right));
        return bySubtype != 0 ? bySubtype : Arrays.compareUnsigned(a, b);
    }

    private static int subtype(Object binary) {
        return binary instanceof UUID ? 4 : binary instanceof LegacyUUID ? 3 : 0;
    }

    private static byte[] bytes(Object binary) {
        if (binary instanceof BinData data) {
            return data.getData();
        }
        var uuid = binary instanceof LegacyUUID legacy ? legacy.getUuid() : (UUID) binary;
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
