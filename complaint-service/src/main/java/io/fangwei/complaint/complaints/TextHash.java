package io.fangwei.complaint.complaints;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What an event says of texts that stay here (D15). */
final class TextHash {

    private TextHash() {}

    static String of(String... texts) {
        var all = new StringBuilder();
        for (var text : texts) {
            all.append(text.length()).append(':').append(text);
        }
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
