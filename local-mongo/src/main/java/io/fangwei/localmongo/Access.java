package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use the server: everybody, or each connection that has proved to know the password. */
final class Access {

    private static final Set<String> OF_STRANGERS =
            Set.of("hello", "ismaster", "ping", "saslstart", "saslcontinue", "logout");
    private static final AttributeKey<Boolean> KNOWN = AttributeKey.valueOf(Access.class, "known");
    private static final AttributeKey<Scram.Conversation> CONVERSATION =
            AttributeKey.valueOf(Access.class, "conversation");

    private final @Nullable Scram scram;

    Access(@Nullable Password password) {
        scram = password == null ? null : new Scram(password);
    }

    boolean isOpen() {
        return scram == null;
    }

    void refuseStrangers(Channel channel, String command) {
        if (!isOpen()
                && !OF_STRANGERS.contains(command.toLowerCase(Locale.ROOT))
                && !Boolean.TRUE.equals(channel.attr(KNOWN).get())) {
            throw unauthorized(command);
        }
    }

    static MongoServerError unauthorized(String command) {
        return new MongoServerError(13, "Unauthorized", "Command " + command + " requires authentication");
    }

    /** A driver asks by which mechanisms it can say who it is. */
    void describe(Document hello, Document answer) {
        if (!isOpen() && hello.containsKey("saslSupportedMechs")) {
            answer.append("saslSupportedMechs", List.of(Scram.MECHANISM));
        }
    }

    Document start(Channel channel, Document command) {
        channel.attr(KNOWN).set(null);
        if (isOpen() || !Scram.MECHANISM.equals(command.get("mechanism"))) {
            throw new MongoServerError(
                    334, "MechanismUnavailable", "Unsupported mechanism " + command.get("mechanism"));
        }
        var conversation = scram.begin(payload(command)).orElseThrow(Access::failed);
        channel.attr(CONVERSATION).set(conversation);
        return answer(false, conversation.serverFirst().getBytes(StandardCharsets.UTF_8));
    }

    Document goOn(Channel channel, Document command) {
        if (Boolean.TRUE.equals(channel.attr(KNOWN).get())) {
            return answer(true, new byte[0]);
        }
        var conversation = channel.attr(CONVERSATION).getAndSet(null);
        if (conversation == null) {
            throw new MongoServerError(17, "ProtocolError", "No SASL session state found");
        }
        byte[] proof = scram.end(conversation, payload(command)).orElseThrow(Access::failed);
        channel.attr(KNOWN).set(true);
        return answer(true, proof);
    }

    Document forget(Channel channel) {
        channel.attr(KNOWN).set(null);
        return Answers.ok();
    }

    private static MongoServerError failed() {
        return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }

    private static byte[] payload(Document command) {
        if (command.get("payload") instanceof BinData payload) {
            return payload.getData();
        }
        throw failed();
    }

    private static Document answer(boolean done, byte[] payload) {
        return Answers.ok("conversationId", 1).append("done", done).append("payload", new BinData(payload));
    }
}
