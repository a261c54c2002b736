package io.fangwei.localmongo.matching;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a condition comes to the values that it looks at. */
interface Access {

    /** The value itself, as inside {@code $elemMatch}. */
    Access ITSELF = (target, intoArrays, test, position) -> test.test(target);

    /**
     * Whether the test holds for one of the values.
     *
     * @param intoArrays whether the elements of an array at the end of the path are values as well
     */
    boolean any(@Nullable Object target, boolean intoArrays, Predicate<@Nullable Object> test, Position position);
}
