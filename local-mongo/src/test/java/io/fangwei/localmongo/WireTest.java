package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages byte by byte, as no driver sends them. The page of the manual is "MongoDB Wire Protocol". */
class WireTest extends Served {

    private static final int MESSAGE = 2013;
    private static final int QUERY = 2004;
    private static final int CHECKSUM = 1;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;

    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), MONGO.port());
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void hangUp() throws IOException {
        socket.close();
    }

    private String name() {
        return documents.getNamespace().getCollectionName();
    }

    private static byte[] bson(BsonDocument document) {
        var buffer = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        document,
                        EncoderContext.builder().build());
        return buffer.toByteArray();
    }

    private static byte[] message(int opcode, int flags, byte[]... parts) {
        int length =
                20 + IntStream.range(0, parts.length).map(i -> parts[i].length).sum();
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(length).putInt(7).putInt(0).putInt(opcode).putInt(flags);
        for (byte[] part : parts) {
            bytes.put(part);
        }
        return bytes.array();
    }

    private static byte[] body(String command) {
        return section(0, bson(BsonDocument.parse(command)));
    }

    private static byte[] section(int kind, byte[] content) {
        return ByteBuffer.allocate(1 + content.length)
                .put((byte) kind)
                .put(content)
                .array();
    }

    private static byte[] sequence(String field, String... documents) {
        var content = new BasicOutputBuffer();
        content.writeInt32(0);
        content.writeCString(field);
        for (String document : documents) {
            content.writeBytes(bson(BsonDocument.parse(document)));
        }
        content.writeInt32(0, content.getSize());
        return section(1, content.toByteArray());
    }

    /** @return the answer; nothing if the server has hung up */
    private Optional<BsonDocument> ask(byte[] message) throws IOException {
        try {
            socket.getOutputStream().write(message);
            var in = new DataInputStream(socket.getInputStream());
            byte[] length = in.readNBytes(4);
            if (length.length < 4) {
                return Optional.empty();
            }
            byte[] rest = new byte
                    [ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt() - 4];
            in.readFully(rest);
            int opcode = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
            int from = opcode == MESSAGE ? 17 : 32;
            return Optional.of(new RawBsonDocument(rest, from, rest.length - from));
        } catch (EOFException | SocketException hungUp) {
            return Optional.empty();
        }
    }

    private int codeOf(byte[] message) throws IOException {
        var answer = ask(message).orElseThrow();
        return answer.containsKey("code") ? answer.getNumber("code").intValue() : 0;
    }

    private void assertGoesOn() throws IOException {
        assertThat(codeOf(message(MESSAGE, 0, body("{ping: 1, $db: 'tests'}")))).isZero();
    }

    @Test
    void the_documents_of_a_command_may_come_in_sections_of_their_own_before_or_behind_it() throws IOException {
        var command = body("{insert: '" + name() + "', ordered: true, $db: 'tests'}");

        assertThat(codeOf(message(MESSAGE, 0, command, sequence("documents", "{_id: 1}", "{_id: 2}"))))
                .isZero();
        assertThat(codeOf(message(MESSAGE, 0, sequence("documents", "{_id: 3}"), command)))
                .isZero();
        assertThat(documents.countDocuments()).isEqualTo(3);
    }

    @Test
    void a_checksum_is_taken_and_an_exhaust_may_be_answered_once() throws IOException {
        assertThat(codeOf(message(MESSAGE, CHECKSUM, body("{ping: 1, $db: 'tests'}"), new byte[4])))
                .isZero();
        assertThat(codeOf(message(MESSAGE, EXHAUST_ALLOWED, body("{ping: 1, $db: 'tests'}"))))
                .isZero();
        assertGoesOn();
    }

    @Test
    void what_wants_no_answer_gets_none() throws IOException {
        socket.getOutputStream()
                .write(message(
                        MESSAGE,
                        MORE_TO_COME,
                        body("{insert: '" + name() + "', documents: [{_id: 1}], $db: 'tests'}")));
        socket.getOutputStream().write(message(MESSAGE, MORE_TO_COME, body("{frobnicate: 1, $db: 'tests'}")));

        assertGoesOn();
        assertThat(documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_message_that_cannot_be_read_is_refused_and_the_connection_goes_on() throws IOException {
        var ping = body("{ping: 1, $db: 'tests'}");
        assertThat(codeOf(message(MESSAGE, 0, section(0, new byte[] {9, 0, 0, 0, 16}))))
                .isNotIn(0, 1, 8);
        assertGoesOn();
        assertThat(codeOf(message(MESSAGE, 0, section(5, new byte[] {5, 0, 0, 0, 0}))))
                .isNotIn(0, 1, 8);
        assertGoesOn();
        assertThat(codeOf(message(MESSAGE, 0))).isNotIn(0, 1, 8);
        assertGoesOn();
        assertThat(codeOf(message(MESSAGE, 0, ping, ping))).isNotIn(0, 1, 8);
        assertGoesOn();
        assertThat(codeOf(message(MESSAGE, 4, ping))).isNotIn(0, 1, 8);
        assertGoesOn();
        assertThat(codeOf(message(MESSAGE, 0, body("{ping: 1, $db: 5}")))).isNotIn(0, 1, 8);
        assertGoesOn();
    }

    @Test
    void a_command_names_its_database() throws IOException {
        assertThat(codeOf(message(MESSAGE, 0, body("{ping: 1}")))).isEqualTo(40571);
        for (String name : List.of("", "a.b", "a b", "a/b", "a$b", "a".repeat(64))) {
            assertThat(codeOf(message(MESSAGE, 0, body("{find: 'c', $db: '" + name + "'}"))))
                    .isEqualTo(73);
        }
        assertGoesOn();
    }

    /** As on the page "MongoDB Limits and Thresholds": a hundred levels are allowed to everybody. */
    @Test
    void documents_may_be_nested_and_too_deep_ones_are_refused() throws IOException {
        assertThat(insertNested(99)).isZero();
        assertThat(insertNested(170)).isZero();
        assertThat(insertNested(300)).isEqualTo(15);
        assertThat(insertNested(20_000)).isEqualTo(15);
        assertGoesOn();
        assertThat(documents.find().into(new java.util.ArrayList<>())).hasSize(2);
    }

    private int insertNested(int depth) throws IOException {
        var levels = new BasicOutputBuffer();
        int each = 4 + 1 + 2 + 1;
        for (int level = 0; level < depth; level++) {
            levels.writeInt32(5 + each * (depth - level));
            levels.writeByte(3);
            levels.writeCString("a");
        }
        levels.writeInt32(5);
        levels.writeByte(0);
        for (int level = 0; level < depth; level++) {
            levels.writeByte(0);
        }
        var content = new BasicOutputBuffer();
        content.writeInt32(0);
        content.writeCString("documents");
        content.writeBytes(levels.toByteArray());
        content.writeInt32(0, content.getSize());
        var answer = ask(message(
                        MESSAGE,
                        0,
                        body("{insert: '" + name() + "', $db: 'tests'}"),
                        section(1, content.toByteArray())))
                .orElseThrow();
        if (answer.containsKey("writeErrors")) {
            return answer.getArray("writeErrors")
                    .get(0)
                    .asDocument()
                    .getNumber("code")
                    .intValue();
        }
        return answer.containsKey("code") ? answer.getNumber("code").intValue() : 0;
    }

    @Test
    void a_batch_has_at_most_a_hundred_thousand_writes() {
        var one = new BsonDocument("q", new BsonDocument("_id", new BsonInt32(-1))).append("limit", new BsonInt32(0));
        var command = new BsonDocument("delete", new org.bson.BsonString(name()))
                .append("deletes", new BsonArray(java.util.Collections.nCopies(100_001, one)));

        var refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                com.mongodb.MongoCommandException.class, () -> database.runCommand(command));

        assertThat(refusal.getCode()).isEqualTo(16);
    }

    @Test
    void the_old_query_message_is_a_command_or_refused() throws IOException {
        var collection = "tests.$cmd\0".getBytes(StandardCharsets.UTF_8);
        var numbers = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(-1)
                .array();
        assertThat(codeOf(message(QUERY, 0, collection, numbers, bson(BsonDocument.parse("{isMaster: 1}")))))
                .isZero();
        assertThat(codeOf(message(QUERY, 4, collection, numbers, bson(BsonDocument.parse("{frobnicate: 1}")))))
                .isNotIn(1, 8);
        assertGoesOn();
    }

    /** MongoDB hangs up on a header that is none; it answers everything else. */
    @Test
    void flipped_bits_in_messages_harm_nobody_else() throws IOException {
        var random = new Random(Campaign.SEED);
        var sound = message(
                MESSAGE,
                0,
                body("{insert: '" + name() + "', ordered: true, $db: 'tests'}"),
                sequence("documents", "{a: 'text', b: [1, {c: 2.5}], d: null}", "{e: true}"));
        for (int round = 0; round < 400; round++) {
            var broken = sound.clone();
            int at = 16 + random.nextInt(broken.length - 16);
            broken[at] ^= (byte) (1 << random.nextInt(8));
            boolean unanswered = at == 16 && (broken[16] & MORE_TO_COME) != 0;
            if (unanswered) {
                socket.getOutputStream().write(broken);
            } else {
                var answer = ask(broken);
                assertThat(answer)
                        .as("seed %d, round %d, byte %d", Campaign.SEED, round, at)
                        .isPresent();
                assertThat(answer.get().getNumber("code", new BsonInt32(0)).intValue())
                        .as("seed %d, round %d, byte %d: %s", Campaign.SEED, round, at, answer.get())
                        .isNotIn(1, 8);
            }
        }
        assertGoesOn();
    }
}
