package io.fangwei.kernel.feed;

import io.fangwei.kernel.events.EventEnvelope;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one record of a dataset.
 *
 * @param event that it is said after
 * @param id of the record, the same as long as it lives
 * @param areas in which it is to be seen; none if it is withdrawn
 * @param content what it shows, in plain values and without personal data
 */
public record FeedRecord(
        EventEnvelope event,
        String id,
        Set<String> areas,
        @Nullable Object content) {

    private static final Pattern AREA = Pattern.compile("[1-9][0-9]{5}");

    public FeedRecord {
        areas = Set.copyOf(areas);
        areas.stream().filter(area -> !AREA.matcher(area).matches()).findFirst().ifPresent(area -> {
            throw new IllegalArgumentException("No code of GB/T 2260: " + area);
        });
        if (areas.isEmpty() != (content == null)) {
            throw new IllegalArgumentException("A record is shown somewhere or withdrawn: " + id);
        }
    }

    public static FeedRecord shown(EventEnvelope event, String id, Collection<String> areas, Object content) {
        return new FeedRecord(event, id, Set.copyOf(areas), content);
    }

    public static FeedRecord withdrawn(EventEnvelope event, String id) {
        return new FeedRecord(event, id, Set.of(), null);
    }
}
