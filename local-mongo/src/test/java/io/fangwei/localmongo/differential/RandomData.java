package io.fangwei.localmongo.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Random documents with the fields {@code a b} of any type, {@code s.t} in a document, {@code tags} with elements,
 * {@code items} with documents, {@code u} from a few values; and what is asked and changed about them. Few values, so
 * that much is equal.
 */
final class RandomData {

    static final int IDS = 40;

    private static final List<String> PATHS =
            List.of("a", "a", "b", "b", "s.t", "s", "tags", "tags", "items.n", "items.k", "items", "u", "_id");
    private static final List<String> OPERATORS = List.of(
            "$eq",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$ne",
            "$nin",
            "$exists",
            "$not",
            "$type",
            "$size",
            "$all",
            "$elemMatch",
            "$mod",
            "between",
            "prefix",
            "value",
            "value",
            "value");
    private static final List<String> TYPES = List.of("number", "string", "array", "null", "object", "decimal", "date");

    private final Random random;

    RandomData(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static BsonDocument doc(String field, BsonValue value) {
        return new BsonDocument(field, value);
    }

    // ---- values and documents

    BsonValue scalar() {
        int small = below(6) - 2;
        return switch (below(15)) {
            case 0 -> new BsonInt64(small);
            case 1 -> new BsonDouble(small + 0.5);
            case 2 -> new BsonDecimal128(Decimal128.parse(small + ".50"));
            case 3 -> BsonNull.VALUE;
            case 4, 5 -> new BsonString("text" + small);
            case 6 -> new BsonDateTime(1_000_000L * small);
            case 7 -> BsonBoolean.valueOf(random.nextBoolean());
            case 8 -> new BsonBinary(new UUID(small, -small));
            case 9 -> new BsonString("");
            case 10 -> new BsonDouble(small);
            case 11 -> new BsonDecimal128(new Decimal128(small));
            default -> new BsonInt32(small);
        };
    }

    /** Also documents and arrays. */
    private BsonValue value() {
        return switch (below(12)) {
            case 0 -> doc("t", scalar());
            case 1 -> scalars(below(3));
            default -> scalar();
        };
    }

    private BsonArray scalars(int count) {
        return times(count, this::scalar);
    }

    private static BsonArray times(int count, Supplier<? extends BsonValue> each) {
        var all = new BsonArray();
        for (int i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }

    private BsonDocument item() {
        var item = new BsonDocument();
        if (!oneIn(5)) {
            item.append("n", scalar());
        }
        if (!oneIn(5)) {
            item.append("k", scalar());
        }
        return item;
    }

    private BsonValue unique() {
        int number = below(60);
        return oneIn(5) ? new BsonDouble(number) : new BsonInt32(number);
    }

    BsonValue id() {
        int id = below(IDS);
        return id % 3 == 0 ? new BsonString("id" + id) : new BsonInt32(id);
    }

    BsonDocument document() {
        var document = doc("_id", id());
        if (!oneIn(4)) {
            document.append("u", unique());
        }
        for (String field : List.of("a", "b")) {
            if (!oneIn(6)) {
                document.append(field, oneIn(12) && field.equals("b") ? doc("t", scalar()) : scalar());
            }
        }
        if (random.nextBoolean()) {
            document.append("s", oneIn(8) ? scalar() : doc("t", scalar()));
        }
        if (random.nextBoolean()) {
            document.append("tags", oneIn(4) ? scalar() : scalars(below(4)));
        }
        if (random.nextBoolean()) {
            document.append("items", times(below(3), this::item));
        }
        return document;
    }

    // ---- indexes

    List<RandomIndex> indexes() {
        var indexes = new ArrayList<RandomIndex>();
        indexes.add(new RandomIndex(fields("u"), true, random.nextBoolean()));
        for (int i = below(4); i >= 0; i--) {
            var scalar = any(List.of("a", "b", "s.t"));
            var other = any(List.of("a", "b", "tags", "items.n", "items.k", "items", "u", "s.t"));
            var fields = scalar.equals(other) || oneIn(3) ? fields(other) : fields(scalar, other);
            if (oneIn(3)) {
                fields = fields(new ArrayList<>(fields.keySet()).get(fields.size() - 1), scalar);
            }
            if (oneIn(4)) {
                fields.append("_id", new BsonInt32(1));
            }
            indexes.add(new RandomIndex(fields, false, oneIn(3)));
        }
        return indexes;
    }

    private BsonDocument fields(String... paths) {
        var fields = new BsonDocument();
        for (String path : paths) {
            fields.append(path, new BsonInt32(random.nextBoolean() ? 1 : -1));
        }
        return fields;
    }

    // ---- questions

    BsonDocument filter() {
        var filter = new BsonDocument();
        for (int i = below(3); i >= 0; i--) {
            filter.putAll(condition());
        }
        return switch (below(10)) {
            case 0 -> doc("$or", new BsonArray(List.of(filter, condition())));
            case 1 -> doc("$and", new BsonArray(List.of(filter, condition(), condition())));
            case 2 -> doc("$nor", new BsonArray(List.of(filter, condition())));
            case 3 -> condition().append("$or", new BsonArray(List.of(condition(), condition(), condition())));
            default -> filter;
        };
    }

    private BsonDocument condition() {
        var path = any(PATHS);
        Supplier<BsonValue> value = path.equals("_id") ? this::id : path.equals("u") ? this::unique : this::scalar;
        return doc(path, demand(path, any(OPERATORS), value));
    }

    private BsonValue demand(String path, String operator, Supplier<BsonValue> value) {
        return switch (operator) {
            case "value" -> oneIn(6) ? value() : value.get();
            case "$eq", "$ne" -> doc(operator, value.get());
            case "$in", "$nin" -> doc(operator, times(below(4), value));
            case "$all" -> doc(operator, times(1 + below(2), value));
            case "$exists" -> doc(operator, BsonBoolean.valueOf(random.nextBoolean()));
            case "$type" -> doc(operator, new BsonString(any(TYPES)));
            case "$size" -> doc(operator, new BsonInt32(below(3)));
            case "$mod" -> doc(operator, new BsonArray(List.of(new BsonInt32(2), new BsonInt32(0))));
            case "$not" -> doc(operator, oneIn(2) ? between() : doc("$gt", notNull(value)));
            case "between" -> between();
            case "prefix" -> new BsonRegularExpression("^" + any(List.of("text", "text1", "id", "id1", "")));
            case "$elemMatch" ->
                doc(
                        operator,
                        path.equals("items")
                                ? doc("n", value.get()).append("k", doc("$gte", notNull(value)))
                                : between());
            default -> doc(operator, notNull(value));
        };
    }

    private BsonDocument between() {
        int low = below(5) - 3;
        return doc("$gt", new BsonInt32(low)).append("$lt", new BsonInt32(low + 1 + below(3)));
    }

    private static BsonValue notNull(Supplier<BsonValue> value) {
        var given = value.get();
        return given.isNull() ? new BsonInt32(1) : given;
    }

    BsonDocument sort() {
        return fields(any(List.of("a", "b", "s.t", "u", "tags", "items.n", "_id")))
                .append("_id", new BsonInt32(random.nextBoolean() ? 1 : -1));
    }

    String path() {
        return any(List.of("a", "b", "s.t", "tags", "items.n", "u"));
    }

    // ---- changes

    /** Of one document; it may not allow it. */
    BsonDocument anyUpdate() {
        return switch (below(10)) {
            case 0 ->
                doc("$inc", doc(any(List.of("a", "b", "s.t", "u")), oneIn(2) ? new BsonInt64(1) : new BsonInt32(2)));
            case 1 -> doc("$push", doc("tags", scalar()));
            case 2 -> doc("$addToSet", doc("tags", scalar()));
            case 3 -> doc("$pull", doc("tags", oneIn(2) ? scalar() : doc("$gte", notNull(this::scalar))));
            case 4 -> doc("$pop", doc("tags", new BsonInt32(random.nextBoolean() ? 1 : -1)));
            case 5 -> doc("$set", doc("s.t", scalar()));
            case 6 -> doc("$set", doc("u", unique()));
            case 7 -> doc("$unset", doc(any(List.of("u", "s.t", "tags", "items")), new BsonString("")));
            default -> safeUpdate();
        };
    }

    /** That every document allows. */
    BsonDocument safeUpdate() {
        return switch (below(5)) {
            case 0 -> doc("$unset", doc(any(List.of("a", "b", "s")), new BsonString("")));
            case 1 -> doc("$min", doc(any(List.of("a", "b")), scalar()));
            case 2 -> doc("$max", doc(any(List.of("a", "b")), scalar()));
            case 3 -> doc("$set", doc("items", times(below(3), this::item)));
            default -> doc("$set", doc("a", scalar()).append("b", scalar()));
        };
    }
}
