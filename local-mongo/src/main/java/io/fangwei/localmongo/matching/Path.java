package io.fangwei.localmongo.matching;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Steps;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A path with dots, which leads through the elements of arrays as well as through fields. */
public final class Path implements Access {

    private final String[] steps;

    /** The path of this name. */
    public Path(String name) {
        steps = name.split("\\.", -1);
    }

    @Override
    public boolean any(
            @Nullable Object target, boolean intoArrays, Predicate<@Nullable Object> test, Position position) {
        if (!(target instanceof Document document)) {
            return test.test(Missing.getInstance());
        }
        return at(document, 0, intoArrays, test, position);
    }

    private boolean at(
            Document document, int depth, boolean intoArrays, Predicate<@Nullable Object> test, Position position) {
        Object value = document.getOrMissing(steps[depth]);
        if (depth == steps.length - 1) {
            return atEnd(value, intoArrays, test, position);
        } else if (value instanceof Document inner) {
            return at(inner, depth + 1, intoArrays, test, position);
        } else if (value instanceof List<?> elements) {
            return through(elements, depth + 1, intoArrays, test, position);
        }
        return test.test(Missing.getInstance());
    }

    private static boolean atEnd(
            @Nullable Object value, boolean intoArrays, Predicate<@Nullable Object> test, Position position) {
        if (intoArrays && value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (test.test(elements.get(i))) {
                    position.at(i);
                    return true;
                }
            }
        }
        return test.test(value);
    }

    /** The next step may be a field of the elements or the place of one of them. */
    private boolean through(
            List<?> elements, int depth, boolean intoArrays, Predicate<@Nullable Object> test, Position position) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Document element && at(element, depth, intoArrays, test, position)) {
                position.at(i);
                return true;
            }
        }
        int place = Steps.place(steps[depth]);
        return place >= 0 && place < elements.size() && atPlace(elements.get(place), depth, intoArrays, test, position);
    }

    private boolean atPlace(
            @Nullable Object element,
            int depth,
            boolean intoArrays,
            Predicate<@Nullable Object> test,
            Position position) {
        if (depth == steps.length - 1) {
            return test.test(element);
        } else if (element instanceof Document document) {
            return at(document, depth + 1, intoArrays, test, position);
        } else if (element instanceof List<?> inner) {
            return through(inner, depth + 1, intoArrays, test, position);
        }
        return false;
    }
}
