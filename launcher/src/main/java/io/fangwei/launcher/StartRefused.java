package io.fangwei.launcher;

/** The platform cannot start, and the message tells people in one sentence why. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
