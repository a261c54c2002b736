package io.fangwei.kernel.web;

import io.fangwei.kernel.store.Entry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One line of the history as people see it: who, when, what, from, to, why. */
record JournalLine(
        long sequence,
        String eventId,
        String type,
        String at,
        String actor,
        String role,
        String from,
        String to,
        @Nullable String reasonCode,
        String hash) {

    static JournalLine of(Document line) {
        return new JournalLine(
                line.getLong(Entry.SEQUENCE),
                line.getString(Entry.ID),
                line.getString(Entry.TYPE),
                line.getString(Entry.AT),
                line.getString(Entry.ACTOR),
                line.getString(Entry.ROLE),
                line.getString(Entry.FROM),
                line.getString(Entry.TO),
                line.getString(Entry.REASON),
                line.getString(Entry.HASH));
    }
}
