package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Collation;
import io.fangwei.localmongo.values.ValueOrder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command says besides its query: how text compares, which variables there are, which index to take. */
record Terms(Scope scope, @Nullable Object hint) {

    static final Terms NONE = new Terms(Scope.EMPTY, null);

    static Terms of(Document command, Instant now) {
        return new Terms(Scope.at(now), null).with(command);
    }

    /** A statement of a write command has its own collation and hint; the variables are those of the command. */
    Terms with(Document statement) {
        var collation = Collation.of(statement.get("collation"));
        var inner = scope.by(ValueOrder.by(collation));
        if (statement.containsKey("let")) {
            for (Map.Entry<String, Object> variable :
                    Arguments.document(statement, "let").entrySet()) {
                var value = new ExpressionReader(inner.names()).read(variable.getValue());
                inner = inner.with(Arguments.variable(variable.getKey()), value.evaluate(inner));
            }
        }
        return new Terms(inner, Arguments.hint(statement));
    }

    ValueOrder order() {
        return scope.order();
    }
}
