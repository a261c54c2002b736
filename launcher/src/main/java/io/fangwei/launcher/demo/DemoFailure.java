package io.fangwei.launcher.demo;

/** The platform did not answer as the demo year expects. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
