package io.fangwei.launcher.clock;

/** The business is not at rest, or somebody else is just moving the clock. */
public class NotNow extends RuntimeException {

    public NotNow(String what) {
        super(what);
    }
}
