package io.fangwei.localmongo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677): proves who somebody is without hearing the password. */
final class Scram {

    static final String MECHANISM = "SCRAM-SHA-256";

    private static final int ITERATIONS = 15_000;
    private static final int KEY_BITS = 256;
    private static final String WITHOUT_CHANNEL_BINDING = "n,,";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;
    private final byte[] salt = random(28);
    private final byte[] storedKey;
    private final byte[] serverKey;

    Scram(Password password) {
        user = password.user();
        byte[] salted = salted(Normalizer.normalize(password.secret(), Normalizer.Form.NFKC));
        storedKey = sha256(hmac(salted, "Client Key"));
        serverKey = hmac(salted, "Server Key");
    }

    /** One attempt: what the client said first, and what it was answered. */
    record Conversation(String user, String clientFirst, String serverFirst, String nonce) {}

    Optional<Conversation> begin(byte[] message) {
        var text = new String(message, StandardCharsets.UTF_8);
        if (!text.startsWith(WITHOUT_CHANNEL_BINDING)) {
            return Optional.empty();
        }
        var bare = text.substring(WITHOUT_CHANNEL_BINDING.length());
        var said = attributes(bare);
        if (!said.containsKey("n") || !said.containsKey("r")) {
            return Optional.empty();
        }
        var nonce = said.get("r") + base64(random(24));
        var answer = "r=" + nonce + ",s=" + base64(salt) + ",i=" + ITERATIONS;
        var name = said.get("n").replace("=2C", ",").replace("=3D", "=");
        return Optional.of(new Conversation(name, bare, answer, nonce));
    }

    /** The server's own proof, if the client's was right. */
    Optional<byte[]> end(Conversation conversation, byte[] message) {
        var text = new String(message, StandardCharsets.UTF_8);
        int proofAt = text.lastIndexOf(",p=");
        if (proofAt < 0) {
            return Optional.empty();
        }
        var said = attributes(text);
        var all = conversation.clientFirst() + "," + conversation.serverFirst() + "," + text.substring(0, proofAt);
        boolean right = conversation.user().equals(user)
                && conversation.nonce().equals(said.get("r"))
                && base64(bytes(WITHOUT_CHANNEL_BINDING)).equals(said.get("c"))
                && proves(said.get("p"), all);
        return right ? Optional.of(bytes("v=" + base64(hmac(serverKey, all)))) : Optional.empty();
    }

    private boolean proves(String proof, String all) {
        byte[] signature = hmac(storedKey, all);
        byte[] key = decoded(proof);
        if (key.length != signature.length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            key[i] ^= signature[i];
        }
        return MessageDigest.isEqual(sha256(key), storedKey);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new HashMap<String, String>();
        for (String each : text.split(",")) {
            if (each.length() > 1 && each.charAt(1) == '=') {
                attributes.put(each.substring(0, 1), each.substring(2));
            }
        }
        return attributes;
    }

    private byte[] salted(String secret) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
