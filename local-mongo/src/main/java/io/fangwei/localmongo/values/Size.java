package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes a value has as BSON; of text that is not ASCII, about. */
public final class Size {

    private static final int OF_A_DOCUMENT = 5;
    private static final int OF_A_NUMBER = 8;

    private Size() {}

    /** Without the name of its field. */
    public static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return OF_A_DOCUMENT + text.length();
        } else if (value instanceof Map<?, ?> document) {
            long size = OF_A_DOCUMENT;
            for (Map.Entry<?, ?> field : document.entrySet()) {
                size += 2 + ((String) field.getKey()).length() + of(field.getValue());
            }
            return size;
        } else if (value instanceof List<?> elements) {
            long size = OF_A_DOCUMENT;
            for (Object element : elements) {
                size += 2 + OF_A_DOCUMENT + of(element);
            }
            return size;
        }
        return ofRare(value);
    }

    private static long ofRare(@Nullable Object value) {
        if (value instanceof BinData binary) {
            return OF_A_DOCUMENT + binary.getData().length;
        } else if (value instanceof Decimal128) {
            return 2L * OF_A_NUMBER;
        } else if (value instanceof BsonJavaScript code) {
            return OF_A_DOCUMENT + code.getCode().length();
        } else if (value instanceof BsonRegularExpression pattern) {
            return OF_A_DOCUMENT + pattern.getPattern().length();
        }
        return OF_A_NUMBER;
    }
}
