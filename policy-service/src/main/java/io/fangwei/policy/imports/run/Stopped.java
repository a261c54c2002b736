package io.fangwei.policy.imports.run;

/** The service is being stopped; the work goes on when it starts again. */
class Stopped extends RuntimeException {

    Stopped(Throwable cause) {
        super("stopped", cause);
    }
}
