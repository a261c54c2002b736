package io.fangwei.localmongo;

/** Somebody else listens on the port that the server was to have. */
public final class PortInUseException extends IllegalStateException {

    PortInUseException(int port, Throwable cause) {
        super("Port " + port + " is already in use by another program.", cause);
    }
}
