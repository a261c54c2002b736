package io.fangwei.launcher.operations;

import java.math.BigInteger;
import java.util.ArrayList;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * What a collection holds, in short: how many documents, and the sum of their hashes, which is the same in whatever order
 * they come. Every server puts {@code _id} first; nothing else may differ by a byte.
 */
record Fingerprint(long documents, BigInteger sum) {

    static final Fingerprint EMPTY = new Fingerprint(0, BigInteger.ZERO);

    private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(256);
    private static final String ID = "_id";

    Fingerprint with(RawBsonDocument document) {
        var hash = Digest.sha256();
        var bytes = document.getFirstKey().equals(ID) ? document : idFirst(document);
        var buffer = bytes.getByteBuffer();
        hash.update(buffer.asNIO());
        return new Fingerprint(
                documents + 1, sum.add(new BigInteger(1, hash.digest())).mod(SIZE));
    }

    String text() {
        var hex = sum.toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }

    private static RawBsonDocument idFirst(RawBsonDocument document) {
        var ordered = new BsonDocument(ID, document.get(ID));
        for (var field : new ArrayList<>(document.entrySet())) {
            ordered.putIfAbsent(field.getKey(), field.getValue());
        }
        var out = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(out)) {
            new BsonDocumentCodec()
                    .encode(writer, ordered, EncoderContext.builder().build());
        }
        return new RawBsonDocument(out.toByteArray());
    }
}
