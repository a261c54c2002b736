package io.fangwei.kernel.tracing;

/** How a test ended, from best to worst; of several invocations the worst counts. */
enum Outcome {
    PASSED,
    ABORTED,
    SKIPPED,
    FAILED;

    Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
