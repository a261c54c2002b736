package io.fangwei.kernel.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as its readers see it in their areas.
 *
 * @param rows that are to be seen
 * @param asOf until when everything that happened is in it; none as long as that is not known
 * @param ageSeconds how long ago that was
 * @param late whether that is longer ago than it may be
 */
record DatasetSummary(
        String dataset,
        long rows,
        @Nullable Instant asOf,
        @Nullable Long ageSeconds,
        boolean late) {}
