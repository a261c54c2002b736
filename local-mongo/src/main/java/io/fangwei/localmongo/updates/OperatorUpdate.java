package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Steps;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update by operators, applied in the order of the paths that they change. */
final class OperatorUpdate implements Update {

    private record Change(String path, FieldOperator operator) {}

    private record Renaming(String from, String to) {}

    private static final Comparator<Change> BY_PATH =
            (left, right) -> comparePaths(left.path().split("\\."), right.path().split("\\."));

    private final List<Change> changes = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();
    private final ArrayFilters filters;

    OperatorUpdate(Document update, ArrayFilters filters, Scope scope) {
        this.filters = filters;
        var operators = new FieldOperators(scope);
        update.forEach((name, operand) -> {
            if (!FieldOperators.NAMES.contains(name)) {
                throw Refusals.failedToParse("Unknown modifier: " + name
                        + ". Expected a valid update modifier or pipeline-style update specified as an array");
            }
            if (!(operand instanceof Document fields)) {
                throw Refusals.failedToParse("Modifiers operate on fields but we found type " + Types.alias(operand)
                        + " instead. For example: {$mod: {<field>: ...}} not {" + name + ": " + operand + "}");
            }
            fields.forEach((path, value) -> read(name, path, value, operators));
        });
        check();
        changes.sort(BY_PATH);
    }

    private void read(String name, String path, @Nullable Object operand, FieldOperators operators) {
        checkPath(path);
        if (name.equals("$rename")) {
            if (!(operand instanceof String to)) {
                throw Refusals.badValue("The 'to' field for $rename must be a string: " + path + ": " + operand);
            }
            if (to.indexOf('\0') >= 0) {
                throw Refusals.badValue("The 'to' field for $rename cannot contain an embedded null byte");
            }
            checkPath(to);
            if (path.equals(to)) {
                throw Refusals.badValue("The source and target field for $rename must differ: " + path);
            }
            renamings.add(new Renaming(path, to));
        } else {
            changes.add(new Change(path, operators.read(name, path, operand)));
        }
    }

    private static void checkPath(String path) {
        if (path.isEmpty()) {
            throw new MongoServerError(56, "EmptyFieldName", "An empty update path is not valid.");
        }
        var steps = path.split("\\.", -1);
        for (String step : steps) {
            if (step.isEmpty()) {
                throw new MongoServerError(
                        56,
                        "EmptyFieldName",
                        "The update path '" + path + "' contains an empty field name, which is not allowed.");
            }
        }
        if (steps[0].startsWith("$")) {
            throw steps[0].equals("$") || steps[0].startsWith("$[")
                    ? Refusals.badValue(
                            "Cannot have array filter identifier (i.e. '$[<id>]') or positional element in the first position in path '"
                                    + path + "'")
                    : new MongoServerError(
                            52,
                            "DollarPrefixedFieldName",
                            "The dollar ($) prefixed field '" + steps[0] + "' in '" + path
                                    + "' is not valid for storage.");
        }
    }

    private void check() {
        var paths = new ArrayList<String>();
        changes.forEach(change -> paths.add(change.path()));
        renamings.forEach(renaming -> paths.addAll(List.of(renaming.from(), renaming.to())));
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuseConflict(paths.get(i), paths.get(j));
            }
        }
        var identifiers = new HashSet<String>();
        changes.forEach(change -> collectIdentifiers(change.path(), identifiers));
        filters.check(identifiers);
    }

    private static void refuseConflict(String path, String other) {
        var shorter = path.length() < other.length() ? path : other;
        var longer = path.length() < other.length() ? other : path;
        if (longer.equals(shorter) || longer.startsWith(shorter + ".")) {
            throw new MongoServerError(
                    40,
                    "ConflictingUpdateOperators",
                    "Updating the path '" + path + "' would create a conflict at '" + shorter + "'");
        }
    }

    private static void collectIdentifiers(String path, Set<String> identifiers) {
        for (String step : path.split("\\.")) {
            if (step.startsWith("$[") && step.endsWith("]") && step.length() > 3) {
                identifiers.add(step.substring(2, step.length() - 1));
            }
        }
    }

    private static int comparePaths(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int a = Steps.place(left[i]);
            int b = Steps.place(right[i]);
            int order = a >= 0 && b >= 0 ? Integer.compare(a, b) : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length - right.length;
    }

    @Override
    public Document apply(Document before, Position matched, boolean inserting) {
        var after = before.clone();
        for (Change change : changes) {
            var operator = change.operator();
            if (inserting || !operator.onlyInserting()) {
                Slots.of(after, change.path(), filters, matched, operator.creates())
                        .forEach(operator::apply);
            }
        }
        renamings.forEach(renaming -> rename(after, renaming, matched));
        refuseOtherId(before, after, inserting);
        return after;
    }

    private void rename(Document document, Renaming renaming, Position matched) {
        refuseArrays(document, renaming.from(), "source");
        refuseArrays(document, renaming.to(), "destination");
        for (Slots.Slot slot : Slots.of(document, renaming.from(), filters, matched, false)) {
            var value = slot.get();
            if (!(value instanceof Missing)) {
                slot.remove();
                Slots.of(document, renaming.to(), filters, matched, true).forEach(target -> target.set(value));
            }
        }
    }

    private static void refuseArrays(Document document, String path, String role) {
        Object at = document;
        for (String step : path.split("\\.")) {
            if (at instanceof List) {
                throw Refusals.badValue("The " + role + " field cannot be an array element, '" + path + "'");
            }
            at = at instanceof Document parent ? parent.getOrMissing(step) : Missing.getInstance();
        }
    }

    private static void refuseOtherId(Document before, Document after, boolean inserting) {
        boolean given = before.containsKey("_id");
        if (given && !Scope.EMPTY.order().same(before.get("_id"), after.getOrMissing("_id")) || !given && !inserting) {
            throw new MongoServerError(
                    66,
                    "ImmutableField",
                    "Performing an update on the path '_id' would modify the immutable field '_id'");
        }
    }
}
