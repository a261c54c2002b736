package io.fangwei.localmongo;

import java.nio.ByteBuffer;

/**
 * Keys of which some are deleted, but still have their bytes on the disk.
 *
 * @param prefix with which the keys begin
 * @param all whether none is left
 */
record Emptied(ByteBuffer prefix, boolean all) {

    static Emptied all(byte[] prefix) {
        return new Emptied(ByteBuffer.wrap(prefix), true);
    }

    static Emptied some(byte[] prefix) {
        return new Emptied(ByteBuffer.wrap(prefix), false);
    }

    byte[] from() {
        return prefix.array();
    }

    byte[] to() {
        return Keys.after(prefix.array());
    }
}
