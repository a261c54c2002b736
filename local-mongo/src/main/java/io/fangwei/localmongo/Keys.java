package io.fangwei.localmongo;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The keys of the store: a collection's number, an index's number, then what the index orders by. */
final class Keys {

    /** In place of an index: the documents themselves, ordered by their _id. */
    static final int DOCUMENTS = 0;
    /** In place of an index: how many documents there are. */
    static final int COUNT = 1;
    /** The smallest number of a collection or an index. */
    static final int FIRST = 16;

    static final int PREFIX_LENGTH = 8;

    private Keys() {}

    static byte[] prefix(int collection, int index) {
        return ByteBuffer.allocate(PREFIX_LENGTH)
                .putInt(collection)
                .putInt(index)
                .array();
    }

    static byte[] of(int collection, int index, byte[] rest) {
        return ByteBuffer.allocate(PREFIX_LENGTH + rest.length)
                .putInt(collection)
                .putInt(index)
                .put(rest)
                .array();
    }

    /** What all keys of a collection begin with. */
    static byte[] wholeCollection(int collection) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(collection).array();
    }

    static byte[] concat(byte[] head, byte[] tail) {
        byte[] key = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, key, head.length, tail.length);
        return key;
    }

    /** The first key after every key that starts with this one. */
    static byte[] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        throw new IllegalArgumentException("there is no key after this one");
    }

    static byte[] ofLong(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    static long toLong(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
