package io.fangwei.kernel.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is pulled: what it shows in one area, or that it is no longer to be seen there. Id and area together are
 * its key; of two versions the higher is the newer.
 *
 * @param on the day of what changed it last
 * @param hash of id, area, version and record, each on a line of its own: SHA-256 over UTF-8, the record as it is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedItem(
        String id,
        String area,
        long version,
        boolean deleted,
        String on,
        String hash,
        @JsonRawValue @Nullable String record) {

    static FeedItem of(Document row) {
        return new FeedItem(
                row.getString("id"),
                row.getString("area"),
                row.getLong("version"),
                row.getBoolean("deleted"),
                row.getString("on"),
                row.getString("hash"),
                row.getString("record"));
    }
}
