package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which elements {@code $[name]} means. */
final class ArrayFilters {

    private final Map<String, Filter> filters = new HashMap<>();

    static ArrayFilters read(@Nullable Object given, Scope scope) {
        var filters = new ArrayFilters();
        if (given == null) {
            return filters;
        }
        if (!(given instanceof List<?> all)) {
            throw Refusals.typeMismatch("arrayFilters must be an array, but is " + Types.alias(given));
        }
        for (Object each : all) {
            if (!(each instanceof Document filter)) {
                throw Refusals.typeMismatch("each array filter must be an object");
            }
            filters.add(filter, scope);
        }
        return filters;
    }

    private void add(Document filter, Scope scope) {
        var names = new HashSet<String>();
        collectNames(filter, names);
        if (names.isEmpty()) {
            throw Refusals.failedToParse("Cannot use an expression without a top-level field name in arrayFilters");
        } else if (names.size() > 1) {
            throw Refusals.failedToParse(
                    "Error parsing array filter :: caused by :: Expected a single top-level field name, found "
                            + names);
        }
        var name = names.iterator().next();
        if (!name.matches("[a-z][a-zA-Z0-9]*")) {
            throw Refusals.badValue(
                    "Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '"
                            + name + "'");
        }
        if (filters.put(name, Filter.of(filter, scope.order(), scope)) != null) {
            throw Refusals.failedToParse("Found multiple array filters with the same top-level field name " + name);
        }
    }

    private static void collectNames(Document filter, Set<String> names) {
        filter.forEach((name, value) -> {
            if (name.startsWith("$") && value instanceof List<?> branches) {
                branches.forEach(branch -> {
                    if (branch instanceof Document document) {
                        collectNames(document, names);
                    }
                });
            } else {
                names.add(name.split("\\.", 2)[0]);
            }
        });
    }

    boolean matches(String name, @Nullable Object element) {
        return filters.get(name).matches(new Document(name, element));
    }

    /** Refuses names without a filter, and filters without a name. */
    void check(Set<String> used) {
        for (String name : used) {
            if (!filters.containsKey(name)) {
                throw Refusals.badValue("No array filter found for identifier '" + name + "'");
            }
        }
        for (String name : filters.keySet()) {
            if (!used.contains(name)) {
                throw Refusals.failedToParse(
                        "The array filter for identifier '" + name + "' was not used in the update");
            }
        }
    }
}
