package io.fangwei.kernel.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256, as marks, chains and manifests use it. */
public final class Hashes {

    private Hashes() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** The hash of several texts that no other sequence of texts has; an absent text differs from an empty one. */
    public static String hex(List<? extends @Nullable Object> texts) {
        var all = new StringBuilder();
        for (var text : texts) {
            if (text == null) {
                all.append("-|");
            } else {
                var value = text.toString();
                all.append(value.length()).append(':').append(value).append('|');
            }
        }
        return hex(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
