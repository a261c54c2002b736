package io.fangwei.kernel.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that derive from a business key, so that the business cannot have a second one (D11). */
public final class Ids {

    private Ids() {}

    /** The id of a thing by its business key, for example {@code of("insurer", licenceNo)}. */
    public static UUID of(String kind, Object... key) {
        var text = new StringBuilder(kind);
        for (var part : key) {
            var value = String.valueOf(part);
            text.append('|').append(value.length()).append(':').append(value);
        }
        var bytes = Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
