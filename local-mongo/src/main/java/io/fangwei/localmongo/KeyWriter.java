package io.fangwei.localmongo;

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
import io.fangwei.localmongo.values.Numbers;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose unsigned order is MongoDB's order of values, all numeric types together and exact. No
 * value's bytes are the beginning of another's.
 */
final class KeyWriter extends ByteArrayOutputStream {

    static final int NUMBER = 0x20;

    private static final int MIN = 0x05;
    private static final int NULL = 0x10;
    private static final int STRING = 0x30;
    private static final int OBJECT = 0x40;
    private static final int ARRAY = 0x50;
    private static final int BINARY = 0x60;
    private static final int OBJECT_ID = 0x70;
    private static final int BOOLEAN = 0x80;
    private static final int DATE = 0x90;
    private static final int TIMESTAMP = 0xA0;
    private static final int REGEX = 0xB0;
    private static final int CODE = 0xC0;
    private static final int MAX = 0xF0;

    private static final int NAN = 0;
    private static final int MINUS_INFINITY = 1;
    private static final int NEGATIVE = 2;
    private static final int ZERO = 3;
    private static final int POSITIVE = 4;
    private static final int INFINITY = 5;
    private static final int EXPONENT_BIAS = 16384;

    private KeyWriter() {
        super(48);
    }

    static byte[] bytesOf(@Nullable Object value, boolean ascending) {
        var writer = new KeyWriter();
        writer.value(value);
        return ascending ? writer.toByteArray() : inverted(writer.toByteArray());
    }

    /** What all text with this beginning begins with. */
    static byte[] prefixOf(String beginning, boolean ascending) {
        byte[] whole = bytesOf(beginning, true);
        byte[] prefix = Arrays.copyOf(whole, whole.length - 2);
        return ascending ? prefix : inverted(prefix);
    }

    /** What all regular expressions begin with. */
    static byte[] regexes(boolean ascending) {
        byte[] bracket = {(byte) REGEX};
        return ascending ? bracket : inverted(bracket);
    }

    /** What all values that a range operator compares with this one begin with. */
    static byte[] bracketOf(Object value, boolean ascending) {
        byte[] bracket = {(byte) typeOf(value)};
        return ascending ? bracket : inverted(bracket);
    }

    static int typeOf(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return NULL;
        } else if (value instanceof String) {
            return STRING;
        } else if (value instanceof Number) {
            return NUMBER;
        } else if (value instanceof Instant) {
            return DATE;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof Map) {
            return OBJECT;
        } else if (value instanceof Collection) {
            return ARRAY;
        } else if (value instanceof UUID || value instanceof LegacyUUID || value instanceof BinData) {
            return BINARY;
        } else if (value instanceof ObjectId) {
            return OBJECT_ID;
        }
        return typeOfRare(value);
    }

    private static int typeOfRare(Object value) {
        if (value instanceof BsonTimestamp) {
            return TIMESTAMP;
        } else if (value instanceof BsonRegularExpression) {
            return REGEX;
        } else if (value instanceof BsonJavaScript) {
            return CODE;
        } else if (value instanceof MinKey) {
            return MIN;
        } else if (value instanceof MaxKey) {
            return MAX;
        }
        throw new IllegalArgumentException("cannot order a value of " + value.getClass());
    }

    private void value(@Nullable Object value) {
        int type = typeOf(value);
        write(type);
        switch (type) {
            case NUMBER -> number((Number) value);
            case STRING -> text((String) value);
            case OBJECT -> object((Map<?, ?>) value);
            case ARRAY -> {
                ((Collection<?>) value).forEach(this::value);
                write(0);
            }
            case BINARY -> binary(value);
            case OBJECT_ID -> writeBytes(((ObjectId) value).toByteArray());
            case BOOLEAN -> write((Boolean) value ? 2 : 1);
            case DATE -> writeBytes(Keys.ofLong(((Instant) value).toEpochMilli() ^ Long.MIN_VALUE));
            case TIMESTAMP -> writeBytes(Keys.ofLong(((BsonTimestamp) value).getValue()));
            case REGEX, CODE -> text(value.toString());
            default -> {}
        }
    }

    private void object(Map<?, ?> object) {
        object.forEach((name, field) -> {
            write(typeOf(field));
            text((String) name);
            value(field);
        });
        write(0);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf('\0') < 0) {
            writeBytes(bytes);
        } else {
            for (byte b : bytes) {
                write(b);
                if (b == 0) {
                    write(0xFF);
                }
            }
        }
        write(0);
        write(0);
    }

    private void binary(Object value) {
        if (value instanceof UUID uuid) {
            binary(4, bytesOf(uuid));
        } else if (value instanceof LegacyUUID uuid) {
            binary(3, bytesOf(uuid.getUuid()));
        } else {
            binary(0, ((BinData) value).getData());
        }
    }

    private void binary(int subtype, byte[] data) {
        writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        write(subtype);
        writeBytes(data);
    }

    private static byte[] bytesOf(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private void number(Number number) {
        if (number instanceof Decimal128 decimal) {
            decimal(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            floating(number.doubleValue());
        } else {
            exact(BigDecimal.valueOf(number.longValue()));
        }
    }

    private void decimal(Decimal128 decimal) {
        if (Numbers.isFinite(decimal)) {
            exact(decimal.toBigDecimal());
        } else {
            floating(decimal.doubleValue());
        }
    }

    private void floating(double number) {
        if (Double.isNaN(number)) {
            write(NAN);
        } else if (Double.isInfinite(number)) {
            write(number > 0 ? INFINITY : MINUS_INFINITY);
        } else {
            exact(new BigDecimal(number));
        }
    }

    /** The sign, then the decimal exponent, then the digits, two a byte. */
    private void exact(BigDecimal number) {
        if (number.signum() == 0) {
            write(ZERO);
            return;
        }
        boolean negative = number.signum() < 0;
        write(negative ? NEGATIVE : POSITIVE);
        byte[] magnitude = magnitude(number.abs().stripTrailingZeros());
        writeBytes(negative ? inverted(magnitude) : magnitude);
    }

    private static byte[] magnitude(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int exponent = number.precision() - number.scale() + EXPONENT_BIAS;
        var bytes = ByteBuffer.allocate(2 + (digits.length() + 1) / 2 + 1).putShort((short) exponent);
        for (int i = 0; i < digits.length(); i += 2) {
            int second = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            bytes.put((byte) ((digits.charAt(i) - '0') * 10 + second + 1));
        }
        return bytes.array();
    }

    private static byte[] inverted(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return bytes;
    }
}
