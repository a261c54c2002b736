package io.fangwei.launcher.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies bytes and says how many they were and what they hash to. */
final class Digest {

    private Digest() {}

    static Manifest.Content copy(InputStream from, OutputStream to) throws IOException {
        var hash = sha256();
        var size = from.transferTo(new DigestOutputStream(to, hash));
        return new Manifest.Content(size, HexFormat.of().formatHex(hash.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
