package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.*;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Turns values into bytes whose unsigned order is MongoDB's order of values, all numeric types together and exact. */
final class Keys {

    static final int MIN = 0x05,
            NULL = 0x10,
            NUMBER = 0x20,
            STRING = 0x30,
            OBJECT = 0x40,
            ARRAY = 0x50,
            BINARY = 0x60,
            OBJECT_ID = 0x70,
            BOOLEAN = 0x80,
            DATE = 0x90,
            TIMESTAMP = 0xA0,
            REGEX = 0xB0,
            MAX = 0xF0;

    private Keys() {}

    static int type(Object v) {
        if (v == null || v instanceof Missing) return NULL;
        if (v instanceof Number) return NUMBER;
        if (v instanceof String) return STRING;
        if (v instanceof Map) return OBJECT;
        if (v instanceof Collection) return ARRAY;
        if (v instanceof BinData || v instanceof UUID || v instanceof LegacyUUID || v instanceof byte[]) return BINARY;
        if (v instanceof ObjectId) return OBJECT_ID;
        if (v instanceof Boolean) return BOOLEAN;
        if (v instanceof Instant) return DATE;
        if (v instanceof BsonTimestamp) return TIMESTAMP;
        if (v instanceof BsonRegularExpression) return REGEX;
        if (v instanceof MinKey) return MIN;
        if (v instanceof MaxKey) return MAX;
        throw new IllegalArgumentException("cannot index a value of " + v.getClass());
    }

    static byte[] component(Object value, boolean ascending) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(24);
        write(value, out);
        byte[] bytes = out.toByteArray();
        if (!ascending) for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) ~bytes[i];
        return bytes;
    }

    private static void write(Object v, ByteArrayOutputStream out) {
        int type = type(v);
        out.write(type);
        switch (type) {
            case NUMBER -> number((Number) v, out);
            case STRING -> text((String) v, out);
            case OBJECT -> {
                ((Map<?, ?>) v).forEach((name, field) -> {
                    out.write(type(field));
                    text((String) name, out);
                    write(field, out);
                });
                out.write(0);
            }
            case ARRAY -> {
                ((Collection<?>) v).forEach(e -> write(e, out));
                out.write(0);
            }
            case BINARY -> binary(v, out);
            case OBJECT_ID -> out.writeBytes(((ObjectId) v).toByteArray());
            case BOOLEAN -> out.write((Boolean) v ? 2 : 1);
            case DATE -> out.writeBytes(signed(((Instant) v).toEpochMilli()));
            case TIMESTAMP ->
                out.writeBytes(ByteBuffer.allocate(8)
                        .putLong(((BsonTimestamp) v).getValue())
                        .array());
            case REGEX -> text(v.toString(), out);
            default -> {}
        }
    }

    private static byte[] signed(long v) {
        return ByteBuffer.allocate(8).putLong(v ^ Long.MIN_VALUE).array();
    }

    private static void text(String s, ByteArrayOutputStream out) {
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) out.write(0xFF);
        }
        out.write(0);
        out.write(0);
    }

    private static void binary(Object v, ByteArrayOutputStream out) {
        byte[] data;
        int subtype;
        if (v instanceof UUID u) {
            data = ByteBuffer.allocate(16)
                    .putLong(u.getMostSignificantBits())
                    .putLong(u.getLeastSignificantBits())
                    .array();
            subtype = 4;
        } else if (v instanceof LegacyUUID u) {
            data = ByteBuffer.allocate(16)
                    .putLong(u.getUuid().getMostSignificantBits())
                    .putLong(u.getUuid().getLeastSignificantBits())
                    .array();
            subtype = 3;
        } else {
            data = v instanceof BinData b ? b.getData() : (byte[]) v;
            subtype = 0;
        }
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    /** NaN, -inf, negative, zero, positive, +inf; a magnitude is its decimal exponent and then its digits, two a byte. */
    private static void number(Number n, ByteArrayOutputStream out) {
        BigDecimal d;
        if (n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte)
            d = BigDecimal.valueOf(n.longValue());
        else if (n instanceof Decimal128 x) {
            double approx = x.doubleValue();
            if (x.equals(Decimal128.NaN) || Double.isNaN(approx)) {
                out.write(0);
                return;
            }
            if (x.equals(Decimal128.POSITIVE_INFINITY)) {
                out.write(5);
                return;
            }
            if (x.equals(Decimal128.NEGATIVE_INFINITY)) {
                out.write(1);
                return;
            }
            d = x.equals(Decimal128.NEGATIVE_ZERO) ? BigDecimal.ZERO : x.toBigDecimal();
        } else {
            double x = n.doubleValue();
            if (Double.isNaN(x)) {
                out.write(0);
                return;
            }
            if (Double.isInfinite(x)) {
                out.write(x > 0 ? 5 : 1);
                return;
            }
            d = new BigDecimal(x);
        }
        if (d.signum() == 0) {
            out.write(3);
            return;
        }
        boolean negative = d.signum() < 0;
        d = d.abs().stripTrailingZeros();
        String digits = d.unscaledValue().toString();
        int exponent = d.precision() - d.scale();
        ByteArrayOutputStream magnitude = new ByteArrayOutputStream(16);
        magnitude.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (exponent + 16384)).array());
        for (int i = 0; i < digits.length(); i += 2)
            magnitude.write(
                    (digits.charAt(i) - '0') * 10 + (i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0) + 1);
        magnitude.write(0);
        out.write(negative ? 2 : 4);
        byte[] m = magnitude.toByteArray();
        if (negative) for (int i = 0; i < m.length; i++) m[i] = (byte) ~m[i];
        out.writeBytes(m);
    }

    static byte[] concat(byte[]... parts) {
        int n = 0;
        for (byte[] p : parts) n += p.length;
        byte[] r = new byte[n];
        n = 0;
        for (byte[] p : parts) {
            System.arraycopy(p, 0, r, n, p.length);
            n += p.length;
        }
        return r;
    }

    /** The first key after every key that starts with this prefix. */
    static byte[] after(byte[] prefix) {
        byte[] r = prefix.clone();
        for (int i = r.length - 1; i >= 0; i--) {
            if (++r[i] != 0) return Arrays.copyOf(r, i + 1);
        }
        return new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    }

    static byte[] longBytes(long v) {
        return ByteBuffer.allocate(8).putLong(v).array();
    }

    static long longAt(byte[] b, int at) {
        return ByteBuffer.wrap(b, at, 8).getLong();
    }

    static byte[] prefix(int collection, int index) {
        return ByteBuffer.allocate(6).putInt(collection).putShort((short) index).array();
    }
}
