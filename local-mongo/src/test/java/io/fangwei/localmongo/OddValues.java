package io.fangwei.localmongo;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** Values of every type that few commands can do anything with, and a document with one of them in another's place. */
final class OddValues {

    static final List<BsonValue> ALL = List.of(
            BsonNull.VALUE,
            BsonBoolean.TRUE,
            new BsonInt32(-1),
            new BsonInt32(0),
            new BsonInt64(1L << 31),
            new BsonInt64(Long.MIN_VALUE),
            new BsonDouble(Double.NaN),
            new BsonDouble(Double.NEGATIVE_INFINITY),
            new BsonDouble(1.5),
            new BsonDecimal128(Decimal128.parse("1E+6000")),
            new BsonDecimal128(Decimal128.NaN),
            new BsonString(""),
            new BsonString("x"),
            new BsonString("$"),
            new BsonString("$$"),
            new BsonString("$a..b"),
            new BsonString("a\0b"),
            new BsonString("\uD83D\uDE00"),
            new BsonDocument(),
            new BsonDocument("", new BsonInt32(1)),
            new BsonDocument("$odd", new BsonInt32(1)),
            new BsonDocument("a.$.b", new BsonInt32(-1)),
            new BsonDocument("a", BsonNull.VALUE).append("$a", new BsonArray()),
            new BsonArray(),
            new BsonArray(List.of(BsonNull.VALUE)),
            new BsonArray(List.of(new BsonInt32(1), new BsonString("x"), new BsonDocument())),
            new BsonArray(List.of(new BsonArray(List.of(new BsonArray())))),
            new BsonBinary(new byte[0]),
            new BsonObjectId(),
            new BsonDateTime(Long.MIN_VALUE),
            new BsonRegularExpression("(", ""),
            new BsonRegularExpression("a", "imsxz"),
            new BsonTimestamp(0),
            new BsonMinKey(),
            new BsonMaxKey(),
            new BsonJavaScript("return 1"));

    private OddValues() {}

    /** The document with each odd value in the place of each of its values, at whatever depth. */
    static Stream<BsonDocument> in(BsonDocument document) {
        return document.keySet().stream()
                .flatMap(name -> variants(document.get(name)).map(odd -> {
                    var changed = document.clone();
                    changed.put(name, odd);
                    return changed;
                }));
    }

    private static Stream<BsonValue> variants(BsonValue value) {
        if (value.isDocument()) {
            return Stream.concat(ALL.stream(), in(value.asDocument()));
        } else if (value.isArray() && !value.asArray().isEmpty()) {
            var first = value.asArray().get(0);
            return Stream.concat(ALL.stream(), variants(first).map(odd -> new BsonArray(List.of(odd))));
        }
        return ALL.stream();
    }
}
