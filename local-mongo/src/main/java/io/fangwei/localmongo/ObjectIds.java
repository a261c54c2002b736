package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** New ObjectIds: the second, a number of the process, a counter. */
final class ObjectIds {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final long PROCESS = new SecureRandom().nextLong();
    private static final AtomicInteger COUNTER = new AtomicInteger(new SecureRandom().nextInt());

    private ObjectIds() {}

    static ObjectId next() {
        int count = COUNTER.getAndIncrement();
        return new ObjectId(ByteBuffer.allocate(12)
                .putInt((int) CLOCK.instant().getEpochSecond())
                .put((byte) (PROCESS >> 32))
                .putInt((int) PROCESS)
                .put((byte) (count >> 16))
                .putShort((short) count)
                .array());
    }
}
