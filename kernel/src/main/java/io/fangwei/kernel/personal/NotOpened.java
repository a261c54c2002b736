package io.fangwei.kernel.personal;

/** A sealed text cannot be opened: its key is not there, or it is not what was stored at its place. */
public final class NotOpened extends RuntimeException {

    NotOpened(String message, Throwable cause) {
        super(message, cause);
    }

    NotOpened(String message) {
        super(message);
    }
}
