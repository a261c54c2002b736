package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.SortOrder;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The update operators that put elements into arrays and take them out. */
final class ArrayChanges {

    private static final Set<String> MODIFIERS = Set.of("$each", "$slice", "$sort", "$position");

    private final Scope scope;

    ArrayChanges(Scope scope) {
        this.scope = scope;
    }

    FieldOperator read(String name, String path, @Nullable Object operand) {
        return switch (name) {
            case "$push" -> push(path, operand);
            case "$addToSet" -> addToSet(path, operand);
            case "$pull" -> pull("$pull", Filter.ofElements(operand, scope.order(), scope));
            case "$pullAll" -> pull("$pullAll", anyOf(operand));
            default -> pop(path, operand);
        };
    }

    private FieldOperator push(String path, @Nullable Object operand) {
        boolean several = operand instanceof Document document && document.containsKey("$each");
        var modifiers = several ? (Document) operand : new Document();
        modifiers.keySet().forEach(name -> {
            if (!MODIFIERS.contains(name)) {
                throw Refusals.badValue("Unrecognized clause in $push: " + name);
            }
        });
        var added = several ? each("$push", modifiers) : Collections.singletonList(operand);
        var position = whole("$position", modifiers);
        var slice = whole("$slice", modifiers);
        var order = modifiers.containsKey("$sort") ? SortOrder.ofValues(modifiers.get("$sort"), scope.order()) : null;
        return FieldOperator.creating(slot -> {
            var array = arrayIn(slot, type -> {
                throw Refusals.badValue("The field '" + path + "' must be an array but is of type " + type);
            });
            int place = position == null ? array.size() : place(position, array.size());
            array.addAll(place, added);
            if (order != null) {
                array.sort(order);
            }
            slot.set(slice == null ? array : sliced(array, slice));
        });
    }

    private static List<?> each(String name, Document modifiers) {
        if (modifiers.get("$each") instanceof List<?> each) {
            return each;
        }
        throw Refusals.typeMismatch("The argument to $each in " + name + " must be an array but it was of type: "
                + Types.alias(modifiers.get("$each")));
    }

    private static @Nullable Long whole(String name, Document modifiers) {
        if (!modifiers.containsKey(name)) {
            return null;
        }
        if (modifiers.get(name) instanceof Number number && Numbers.isIntegral(number)) {
            return Numbers.toLong(number);
        }
        throw Refusals.badValue("The value for " + name + " must be an integer value but was given type: "
                + Types.alias(modifiers.get(name)));
    }

    private static int place(long position, int size) {
        return (int) (position < 0 ? Math.max(0, size + position) : Math.min(position, size));
    }

    private static List<@Nullable Object> sliced(List<@Nullable Object> array, long slice) {
        return slice < 0
                ? array.subList((int) Math.max(0, array.size() + slice), array.size())
                : array.subList(0, (int) Math.min(slice, array.size()));
    }

    private static List<@Nullable Object> arrayIn(Slots.Slot slot, Consumer<String> refusal) {
        var value = slot.get();
        if (value instanceof List<?> array) {
            return new ArrayList<>(array);
        } else if (!(value instanceof Missing)) {
            refusal.accept(Types.alias(value));
        }
        return new ArrayList<>();
    }

    private FieldOperator addToSet(String path, @Nullable Object operand) {
        boolean several = operand instanceof Document document
                && !document.isEmpty()
                && document.keySet().iterator().next().equals("$each");
        var added = several ? each("$addToSet", (Document) operand) : Collections.singletonList(operand);
        return FieldOperator.creating(slot -> {
            var array = arrayIn(slot, type -> {
                throw Refusals.badValue("Cannot apply $addToSet to non-array field. Field named '" + path
                        + "' has non-array type " + type);
            });
            for (Object value : added) {
                if (array.stream().noneMatch(element -> scope.order().same(element, value))) {
                    array.add(value);
                }
            }
            slot.set(array);
        });
    }

    private Predicate<@Nullable Object> anyOf(@Nullable Object operand) {
        if (!(operand instanceof List<?> values)) {
            throw Refusals.badValue("$pullAll requires an array argument but was given a " + Types.alias(operand));
        }
        return element -> values.stream().anyMatch(value -> scope.order().same(element, value));
    }

    private static FieldOperator pull(String name, Predicate<@Nullable Object> unwanted) {
        return FieldOperator.ofThere(slot -> {
            if (slot.get() instanceof Missing) {
                return;
            }
            var array = arrayIn(slot, type -> {
                throw Refusals.badValue("Cannot apply " + name + " to a non-array value");
            });
            if (array.removeIf(unwanted)) {
                slot.set(array);
            }
        });
    }

    private static FieldOperator pop(String path, @Nullable Object operand) {
        if (!(operand instanceof Number number)
                || !Numbers.isIntegral(number)
                || Math.abs(Numbers.toLong(number)) != 1) {
            throw Refusals.failedToParse("$pop expects 1 or -1, found: " + operand);
        }
        return FieldOperator.ofThere(slot -> {
            if (slot.get() instanceof Missing) {
                return;
            }
            var array = arrayIn(slot, type -> {
                throw Refusals.typeMismatch("Path '" + path + "' contains an element of non-array type '" + type + "'");
            });
            if (!array.isEmpty()) {
                array.remove(Numbers.toLong(number) > 0 ? array.size() - 1 : 0);
                slot.set(array);
            }
        });
    }
}
