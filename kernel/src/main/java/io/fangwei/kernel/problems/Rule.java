package io.fangwei.kernel.problems;

import java.util.Locale;

/** A rule that can be broken, by its stable public name. Implemented by one enum per service. */
public interface Rule {

    String name();

    /** The name as the public sees it: {@code wrong-stage}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal that names this rule; the arguments fill its text. */
    default Refusal broken(Object... arguments) {
        return new Refusal(this, arguments);
    }

    /** Refuses unless the rule is kept. */
    default void require(boolean kept, Object... arguments) {
        if (!kept) {
            throw broken(arguments);
        }
    }
}
