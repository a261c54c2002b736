package io.fangwei.kernel.events;

import java.util.Optional;

/** Something that happened to an aggregate, told in plain values and without personal data (D2, D15). */
public interface Event {

    default String type() {
        return getClass().getAnnotation(EventType.class).value();
    }

    default boolean local() {
        return getClass().getAnnotation(EventType.class).local();
    }

    /** The code of the reason that was given, where one was. */
    default Optional<String> reasonCode() {
        return Optional.empty();
    }
}
