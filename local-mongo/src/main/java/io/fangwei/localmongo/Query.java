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

    Query {
        filter = Filters.separated(filter);
    }
}
