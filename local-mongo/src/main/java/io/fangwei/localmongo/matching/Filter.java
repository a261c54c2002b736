package io.fangwei.localmongo.matching;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query that has been read: it says of documents whether they match. */
public final class Filter {

    private final Condition condition;

    private Filter(Condition condition) {
        this.condition = condition;
    }

    /** Reads a query without variables, whose text is compared by code points. */
    public static Filter of(Document query) {
        return of(query, ValueOrder.SIMPLE, Scope.EMPTY);
    }

    /** Reads a query; its {@code $expr} may use the variables of the scope. */
    public static Filter of(Document query, ValueOrder order, Scope scope) {
        return new Filter(new FilterReader(order, scope).read(query));
    }

    /** Reads what {@code $pull} says of the elements that go: a value, a condition, or a query of their fields. */
    public static Predicate<@Nullable Object> ofElements(@Nullable Object operand, ValueOrder order, Scope scope) {
        var reader = new FilterReader(order, scope);
        boolean fields = operand instanceof Document document && !FilterReader.isOfElements(document);
        var condition = fields ? reader.read((Document) operand) : reader.ofElements(operand);
        return element -> (!fields || element instanceof Document) && condition.holds(element, new Position());
    }

    /** Whether the document matches. */
    public boolean matches(Document document) {
        return condition.holds(document, new Position());
    }

    /** Whether the document matches, and through which element of an array. */
    public boolean matches(Document document, Position position) {
        position.reset();
        return condition.holds(document, position);
    }
}
