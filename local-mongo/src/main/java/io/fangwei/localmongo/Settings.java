package io.fangwei.localmongo;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How a server is opened.
 *
 * @param directory where the data lives
 * @param address where the server listens
 * @param port where the server listens; 0 takes any free one
 * @param password who may use the server; without one, whoever reaches it
 * @param reserve bytes of the disk that stay free: nothing is written below them
 * @param clock tells when documents and cursors expire
 */
public record Settings(
        Path directory,
        InetAddress address,
        int port,
        @Nullable Password password,
        long reserve,
        Memory memory,
        Clock clock) {

    private static final long RESERVE = 256L << 20;

    public Settings {
        if (password == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "A server that listens on " + address.getHostAddress() + " needs a user and a password.");
        }
    }

    /** On loopback, with the system's clock. */
    public static Settings of(Path directory, int port) {
        return new Settings(
                directory, InetAddress.getLoopbackAddress(), port, null, RESERVE, Memory.DEFAULT, Clock.systemUTC());
    }

    /** Lets only in who knows the password. */
    public Settings withPassword(Password required) {
        return new Settings(directory, address, port, required, reserve, memory, clock);
    }

    /** Listens elsewhere than on loopback; the password comes first. */
    public Settings withAddress(InetAddress other) {
        return new Settings(directory, other, port, password, reserve, memory, clock);
    }

    /** Keeps so many bytes of the disk free. */
    public Settings withReserve(long bytes) {
        return new Settings(directory, address, port, password, bytes, memory, clock);
    }

    /** Uses so much memory. */
    public Settings withMemory(Memory bounds) {
        return new Settings(directory, address, port, password, reserve, bounds, clock);
    }

    /** Takes the time from this clock. */
    public Settings withClock(Clock other) {
        return new Settings(directory, address, port, password, reserve, memory, other);
    }
}
