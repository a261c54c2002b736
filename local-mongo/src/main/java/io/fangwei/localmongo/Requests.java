package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection, one after the other. */
final class Requests extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(Requests.class);
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    private final LocalMongoBackend backend;
    private final Frames frames;

    Requests(LocalMongoBackend backend, Frames frames) {
        this.backend = backend;
        this.frames = frames;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        if (request instanceof MongoMessage message) {
            var answer = backend.answer(context.channel(), message.getDatabaseName(), message.getDocument());
            if (frames.isAnswered()) {
                context.writeAndFlush(new MongoMessage(context.channel(), header(), answer));
            }
        } else if (request instanceof MongoQuery query) {
            var answer = backend.answer(context.channel(), query.getDatabaseName(), command(query));
            context.writeAndFlush(new MongoReply(header(), answer));
        }
    }

    /** Drivers shake hands in the old way, whose command may be wrapped. */
    private static Document command(MongoQuery query) {
        return query.getQuery().get("$query") instanceof Document wrapped ? wrapped : query.getQuery();
    }

    private MessageHeader header() {
        return new MessageHeader(ANSWERS.incrementAndGet(), frames.requestId());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean isCutOff = cause instanceof IOException
                || cause instanceof CorruptedFrameException
                || cause instanceof TooLongFrameException;
        if (frames.canBeRefused() && !isCutOff) {
            log.debug("a message cannot be read", cause);
            context.writeAndFlush(
                    new MongoMessage(context.channel(), header(), Answers.refusal(unreadable(root(cause)))));
        } else {
            log.debug("a connection ends", cause);
            context.close();
        }
    }

    private static MongoServerError unreadable(Throwable cause) {
        var reason = String.valueOf(cause.getMessage());
        if (cause instanceof StackOverflowError) {
            return Nesting.tooDeep();
        } else if (reason.startsWith("BSON object too large")) {
            return new MongoServerError(10334, "BSONObjectTooLarge", reason);
        }
        return new MongoServerError(22, "InvalidBSON", "this server cannot read the message: " + reason);
    }

    private static Throwable root(Throwable cause) {
        return cause.getCause() == null ? cause : root(cause.getCause());
    }
}
