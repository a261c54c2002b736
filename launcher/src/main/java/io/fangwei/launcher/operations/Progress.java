package io.fangwei.launcher.operations;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a launcher at work says about an order.
 *
 * @param line to be shown
 * @param refused why nothing came of it; the last line then
 * @param done true in the last line if all went well
 */
record Progress(@Nullable String line, @Nullable String refused, boolean done) {

    static Progress of(String line) {
        return new Progress(line, null, false);
    }

    static Progress refusal(String sentence) {
        return new Progress(null, sentence, false);
    }

    static Progress end() {
        return new Progress(null, null, true);
    }
}
