package io.fangwei.localmongo;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** What a crash left unreachable: indexes that nobody builds any more and dropped collections. */
final class Leftovers {

    private final Transaction transaction;
    private final Set<ByteBuffer> known = new HashSet<>();

    Leftovers(Transaction transaction) {
        this.transaction = transaction;
        transaction.catalogue().collections().values().forEach(collection -> {
            known.add(ByteBuffer.wrap(Keys.prefix(collection.number(), Keys.DOCUMENTS)));
            known.add(ByteBuffer.wrap(Keys.prefix(collection.number(), Keys.COUNT)));
            collection.maintained().forEach(index -> known.add(ByteBuffer.wrap(index.prefix())));
        });
    }

    void delete() {
        byte[] prefix = firstFrom(Keys.prefix(Keys.FIRST, 0));
        while (prefix.length > 0) {
            if (!known.contains(ByteBuffer.wrap(prefix))) {
                transaction.dropNow(prefix);
            }
            prefix = firstFrom(Keys.after(prefix));
        }
    }

    /** What the next key begins with; nothing at the end. */
    private byte[] firstFrom(byte[] at) {
        try (var walk = transaction.walk(at, Keys.prefix(-1, -1), false)) {
            byte[] found = walk.key();
            return found == null
                    ? new byte[0]
                    : ByteBuffer.allocate(Keys.PREFIX_LENGTH)
                            .put(found, 0, Keys.PREFIX_LENGTH)
                            .array();
        }
    }
}
