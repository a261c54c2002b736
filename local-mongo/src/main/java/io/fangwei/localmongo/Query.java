package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a find asks for; a limit of 0 means all. */
record Query(
        Document filter,
        @Nullable Document order,
        int skip,
        int limit,
        @Nullable Document projection) {

    static Query of(Document filter) {
        return new Query(filter, null, 0, 0, null);
    }

    boolean isOrdered() {
        return order != null && !order.isEmpty();
    }
}
