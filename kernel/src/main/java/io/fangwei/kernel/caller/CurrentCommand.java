package io.fangwei.kernel.caller;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The command of this thread. Set at the edge (request, event, watch), read by the store. */
public final class CurrentCommand {

    private static final ThreadLocal<Command> CURRENT = new ThreadLocal<>();

    private CurrentCommand() {}

    public static Command get() {
        return find().orElseThrow(() -> new IllegalStateException("Nothing is written without a command"));
    }

    public static Optional<Command> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The id of what the current command adds. */
    public static UUID derivedId(String what) {
        return get().derivedId(what);
    }

    public static <T> T as(Command command, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(command);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
