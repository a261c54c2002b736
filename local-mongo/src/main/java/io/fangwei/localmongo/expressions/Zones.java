package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Dates are read in a time zone; where none is given that is UTC. */
final class Zones {

    private Zones() {}

    static ZoneId zone(@Nullable Object name) {
        if (!(name instanceof String text)) {
            throw Refusals.location(40517, "timezone must evaluate to a string, found " + Types.alias(name));
        }
        try {
            return text.equals("UTC") || text.equals("GMT") ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw Refusals.location(40485, "unrecognized time zone identifier: \"" + text + "\"");
        }
    }

    /** An ObjectId and a timestamp hold a date as well. */
    static Instant date(@Nullable Object value) {
        if (value instanceof Instant date) {
            return date;
        } else if (value instanceof ObjectId id) {
            return Instant.ofEpochSecond(
                    Integer.toUnsignedLong(ByteBuffer.wrap(id.toByteArray()).getInt()));
        } else if (value instanceof BsonTimestamp timestamp) {
            return Instant.ofEpochSecond(Integer.toUnsignedLong(timestamp.getTime()));
        }
        throw Refusals.location(16006, "can't convert from BSON type " + Types.alias(value) + " to Date");
    }

    /** A date that has a place in 64 bits of milliseconds. */
    static Instant inRange(Supplier<Instant> reckoning) {
        try {
            var date = reckoning.get();
            return Instant.ofEpochMilli(date.toEpochMilli());
        } catch (ArithmeticException | DateTimeException overflow) {
            throw new MongoServerError(159, "DurationOverflow", "the date lies too far away");
        }
    }
}
