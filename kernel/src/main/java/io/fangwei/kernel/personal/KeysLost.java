package io.fangwei.kernel.personal;

/** The database holds what none of the keys at hand can open; a service does not start like that. */
public final class KeysLost extends RuntimeException {

    KeysLost(String message) {
        super(message);
    }
}
