package io.fangwei.localmongo.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a document or a value meets or does not meet. */
interface Condition {

    boolean holds(@Nullable Object target, Position position);

    static Condition all(List<Condition> conditions) {
        if (conditions.size() == 1) {
            return conditions.get(0);
        }
        return (target, position) -> {
            for (Condition condition : conditions) {
                if (!condition.holds(target, position)) {
                    position.reset();
                    return false;
                }
            }
            return true;
        };
    }

    static Condition any(List<Condition> conditions) {
        return (target, position) -> {
            for (Condition condition : conditions) {
                if (condition.holds(target, position)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Condition not(Condition condition) {
        return (target, position) -> !condition.holds(target, new Position());
    }
}
