package io.fangwei.localmongo;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

/** Listens for clients, and speaks the wire protocol with each. */
final class WireServer implements AutoCloseable {

    /** Commands run on the threads that read the network; a long one must not hold up other connections. */
    private static final int WORKERS = 128;

    private static final int LARGEST_MESSAGE = 48_000_000;

    private final EventLoopGroup listener = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("local-mongo-listener"), NioIoHandler.newFactory());
    private final EventLoopGroup workers = new MultiThreadIoEventLoopGroup(
            WORKERS, new DefaultThreadFactory("local-mongo"), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel channel;

    /** The wire layer lets a checked BindException out undeclared. */
    WireServer(LocalMongoBackend backend, InetSocketAddress address) {
        try {
            channel = new ServerBootstrap()
                    .group(listener, workers)
                    .channel(NioServerSocketChannel.class)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel client) {
                            connect(client, backend);
                        }
                    })
                    .bind(address)
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void connect(SocketChannel client, LocalMongoBackend backend) {
        clients.add(client);
        var frames = new Frames();
        client.pipeline()
                .addLast(new LengthFieldBasedFrameDecoder(
                        ByteOrder.LITTLE_ENDIAN, LARGEST_MESSAGE, 0, Integer.BYTES, -Integer.BYTES, 0, true))
                .addLast(frames)
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MongoWireMessageEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(new Requests(backend, frames));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    private void stop() {
        listener.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        workers.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        stop();
    }
}
