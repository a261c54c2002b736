package io.fangwei.policy.profiles;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A profile as it was written on a day.
 *
 * @param persons what it says of persons, sealed
 */
public record ProfileVersion(
        int version, LocalDate writtenOn, String by, Map<String, Object> values, Map<String, String> persons) {

    /** Versions of before there were persons in the form have none. */
    public ProfileVersion {
        persons = Map.copyOf(Objects.requireNonNullElse(persons, Map.of()));
    }
}
