package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.ValueOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression sees: the document, the variables, and how text compares. */
public final class Scope {

    /** No document and no variables. */
    public static final Scope EMPTY = new Scope(null, "", null, ValueOrder.SIMPLE);

    private final @Nullable Scope outer;
    private final String name;
    private final @Nullable Object value;
    private final ValueOrder order;

    private Scope(@Nullable Scope outer, String name, @Nullable Object value, ValueOrder order) {
        this.outer = outer;
        this.name = name;
        this.value = value;
        this.order = order;
    }

    /** The scope of a command that begins now. */
    public static Scope at(Instant now) {
        return EMPTY.with("NOW", now);
    }

    /** This scope with one variable more. */
    public Scope with(String variable, @Nullable Object content) {
        return new Scope(this, variable, content, order);
    }

    /** This scope with a document. */
    public Scope of(@Nullable Document document) {
        return with("ROOT", document).with("CURRENT", document);
    }

    /** This scope with text compared in another way. */
    public Scope by(ValueOrder other) {
        return other == order ? this : new Scope(outer, name, value, other);
    }

    /** How values compare. */
    public ValueOrder order() {
        return order;
    }

    @Nullable
    Object variable(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.name.equals(wanted)) {
                return scope.value;
            }
        }
        return Missing.getInstance();
    }

    /** The document. */
    public Document root() {
        return variable("ROOT") instanceof Document document ? document : new Document();
    }

    /** When the command began. */
    public Object now() {
        return Objects.requireNonNull(variable("NOW"));
    }

    /** The names of the variables that a client has given. */
    public Set<String> names() {
        var names = new HashSet<String>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.add(scope.name);
        }
        return names;
    }
}
