package io.fangwei.localmongo;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CorruptedFrameException;

/** Reads of each message what the wire layer does not understand: that the client wants no answer. */
final class Frames extends ChannelInboundHandlerAdapter {

    private static final int REQUEST_ID = 4;
    private static final int OPCODE = 12;
    private static final int FLAGS = 16;
    private static final int MESSAGE = 2013;
    private static final int MORE_TO_COME = 1 << 1;
    private static final int EXHAUST_ALLOWED = 1 << 16;

    private int requestId;
    private boolean message;
    private boolean answered;

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
        var bytes = (ByteBuf) frame;
        if (bytes.readableBytes() < FLAGS + Integer.BYTES) {
            bytes.release();
            throw new CorruptedFrameException("a message is shorter than its header");
        }
        int start = bytes.readerIndex();
        requestId = bytes.getIntLE(start + REQUEST_ID);
        message = bytes.getIntLE(start + OPCODE) == MESSAGE;
        answered = true;
        if (message) {
            int flags = bytes.getIntLE(start + FLAGS);
            answered = (flags & MORE_TO_COME) == 0;
            bytes.setIntLE(start + FLAGS, flags & ~(MORE_TO_COME | EXHAUST_ALLOWED));
        }
        context.fireChannelRead(frame);
    }

    /** The number of the message that is being answered. */
    int requestId() {
        return requestId;
    }

    /** Whether the client waits for an answer that it can read. */
    boolean canBeRefused() {
        return message && answered;
    }

    boolean isAnswered() {
        return answered;
    }
}
