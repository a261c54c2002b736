package io.fangwei.kernel.feed;

import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * How far somebody has pulled a dataset. It grants nothing: what is shown is decided by the areas of whoever brings it.
 *
 * @param on the day on which it was given out
 * @param stems of the areas that were pulled
 * @param places the last place of each partition that was
 */
record FeedCursor(
        String dataset, String generation, LocalDate on, List<String> stems, SortedMap<Integer, Long> places) {

    FeedCursor {
        stems = List.copyOf(stems);
        places = new TreeMap<>(places);
    }

    long of(int partition) {
        return places.getOrDefault(partition, Place.NONE);
    }

    String encoded() {
        var text = Stream.of(
                        dataset,
                        generation,
                        on.toString(),
                        String.join(",", stems),
                        places.entrySet().stream()
                                .map(place -> place.getKey() + "=" + place.getValue())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses what we never gave out for this dataset. */
    static FeedCursor decoded(String dataset, String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 5 || !parts[0].equals(dataset)) {
                throw new IllegalArgumentException("no cursor of " + dataset);
            }
            return new FeedCursor(parts[0], parts[1], LocalDate.parse(parts[2]), list(parts[3]), places(parts[4]));
        } catch (RuntimeException foreign) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "after: " + foreign.getMessage());
        }
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static SortedMap<Integer, Long> places(String text) {
        var places = new TreeMap<Integer, Long>();
        for (var place : list(text)) {
            var equals = place.indexOf('=');
            places.put(Integer.valueOf(place.substring(0, equals)), Long.valueOf(place.substring(equals + 1)));
        }
        return places;
    }

    /** True if it has come further than anybody could. */
    boolean isAhead(FeedProgress.Reached reached) {
        return places.entrySet().stream()
                .anyMatch((Map.Entry<Integer, Long> place) -> place.getValue() > reached.of(place.getKey()));
    }
}
