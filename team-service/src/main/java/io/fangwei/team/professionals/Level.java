package io.fangwei.team.professionals;

/** The level of a certificate or title, from low to high. */
public enum Level {
    NONE,
    JUNIOR,
    INTERMEDIATE,
    SENIOR;

    boolean isAtLeast(Level wanted) {
        return compareTo(wanted) >= 0;
    }
}
