package io.fangwei.policy.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that was not carried out, and why. */
record FaultyRowView(int row, boolean refused, List<Found> problems) {

    /** One problem of a row, in the reader's language. */
    record Found(@Nullable String column, String rule, String message) {}
}
