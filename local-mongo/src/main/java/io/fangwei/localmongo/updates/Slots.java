package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places in a document that the path of an update leads to. Whatever lies on the way is replaced by a copy of its
 * own, so that a change reaches nothing that another document holds as well.
 */
final class Slots {

    private static final int MOST_PADDING = 1_500_000;

    /** A field of a document or an element of an array. */
    interface Slot {
        @Nullable
        Object get();

        void set(@Nullable Object value);

        void remove();
    }

    private record Field(Document parent, String name) implements Slot {
        @Override
        public @Nullable Object get() {
            return parent.getOrMissing(name);
        }

        @Override
        public void set(@Nullable Object value) {
            parent.put(name, value);
        }

        @Override
        public void remove() {
            parent.remove(name);
        }
    }

    private record Element(List<@Nullable Object> parent, int place) implements Slot {
        @Override
        public @Nullable Object get() {
            return place < parent.size() ? parent.get(place) : Missing.getInstance();
        }

        @Override
        public void set(@Nullable Object value) {
            if (place - parent.size() > MOST_PADDING) {
                throw Refusals.badValue("can't backfill more than " + MOST_PADDING + " elements");
            }
            while (parent.size() <= place) {
                parent.add(null);
            }
            parent.set(place, value);
        }

        @Override
        public void remove() {
            if (place < parent.size()) {
                parent.set(place, null);
            }
        }
    }

    private final String path;
    private final String[] steps;
    private final ArrayFilters filters;
    private final Position matched;
    private final boolean creates;
    private final List<Slot> found = new ArrayList<>();

    private Slots(String path, ArrayFilters filters, Position matched, boolean creates) {
        this.path = path;
        this.steps = path.split("\\.");
        this.filters = filters;
        this.matched = matched;
        this.creates = creates;
    }

    /**
     * Those that are there; if asked for, those that are not there yet are made.
     *
     * @param root is changed itself, unlike all within it
     */
    static List<Slot> of(Document root, String path, ArrayFilters filters, Position matched, boolean creates) {
        var slots = new Slots(path, filters, matched, creates);
        slots.in(root, 0);
        return slots.found;
    }

    private void in(Document parent, int depth) {
        var step = steps[depth];
        if (step.equals("$") || step.startsWith("$[")) {
            throw Refusals.badValue("Cannot apply array updates to non-array element at path '" + path + "'");
        }
        if (depth == steps.length - 1) {
            found.add(new Field(parent, step));
        } else {
            into(new Field(parent, step), depth + 1);
        }
    }

    private void into(Slot slot, int depth) {
        var value = slot.get();
        if (value instanceof Document document) {
            var copy = document.clone();
            slot.set(copy);
            in(copy, depth);
        } else if (value instanceof List<?> elements) {
            var copy = new ArrayList<@Nullable Object>(elements);
            slot.set(copy);
            in(copy, depth);
        } else if (value instanceof Missing && creates) {
            if (steps[depth].startsWith("$")) {
                throw Refusals.badValue(
                        "The path '" + String.join(".", List.of(steps).subList(0, depth))
                                + "' must exist in the document in order to apply array updates.");
            }
            var made = new Document();
            slot.set(made);
            in(made, depth);
        } else if (creates) {
            throw notViable(depth, value);
        }
    }

    private MongoServerError notViable(int depth, @Nullable Object value) {
        return new MongoServerError(
                28,
                "PathNotViable",
                "Cannot create field '" + steps[depth] + "' in element {" + steps[depth - 1] + ": " + value + "}");
    }

    private void in(List<@Nullable Object> parent, int depth) {
        var step = steps[depth];
        if (step.equals("$")) {
            if (!matched.isKnown()) {
                throw Refusals.badValue("The positional operator did not find the match needed from the query.");
            }
            at(parent, matched.index(), depth);
        } else if (step.equals("$[]")) {
            each(parent, depth, element -> true);
        } else if (step.startsWith("$[")) {
            var name = step.substring(2, step.length() - 1);
            each(parent, depth, element -> filters.matches(name, element));
        } else if (Steps.place(step) >= 0) {
            at(parent, Steps.place(step), depth);
        } else if (creates) {
            throw notViable(depth, parent);
        }
    }

    private void each(List<@Nullable Object> parent, int depth, Predicate<@Nullable Object> wanted) {
        for (int i = 0; i < parent.size(); i++) {
            if (wanted.test(parent.get(i))) {
                at(parent, i, depth);
            }
        }
    }

    private void at(List<@Nullable Object> parent, int place, int depth) {
        var slot = new Element(parent, place);
        if (depth == steps.length - 1) {
            found.add(slot);
        } else {
            into(slot, depth + 1);
        }
    }
}
