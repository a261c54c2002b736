package io.fangwei.kernel.feed;

import java.util.List;

/**
 * Changes, in the order of each record.
 *
 * @param cursor to go on from
 * @param more whether there is more already
 */
record FeedPage(List<FeedItem> items, String cursor, boolean more) {

    /** The last line of what is sent line by line; where it is missing, the rest is missing, too. */
    record End(String cursor, boolean more) {}

    End end() {
        return new End(cursor, more);
    }
}
