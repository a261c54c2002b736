package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A projection: the fields that stay, or those that go, and those that are computed. */
public final class Projection {

    private static final String ID = "_id";

    private final Fields fields = new Fields();
    private final Scope scope;
    private final ExpressionReader reader;
    private @Nullable Boolean including;
    private @Nullable Boolean withId;
    private boolean computes;

    /** Reads a projection of a pipeline. */
    public Projection(Document specification, Scope scope) {
        this.scope = scope;
        this.reader = new ExpressionReader(scope.names());
        if (specification.isEmpty()) {
            throw Refusals.location(51272, "projection specification must have at least one field");
        }
        specification.forEach((path, value) -> read(path, value));
        if (including == null) {
            including = computes || !Boolean.FALSE.equals(withId);
        }
        if (!Boolean.FALSE.equals(withId) && including && !fields.has(ID)) {
            fields.name(ID);
        } else if (Boolean.FALSE.equals(withId) && !including) {
            fields.name(ID);
        }
    }

    private void read(String path, @Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            readSwitch(path, Types.isTrue(value));
        } else if (value instanceof Document document && !isOperator(document)) {
            if (document.isEmpty()) {
                throw Refusals.location(
                        51270, "An empty sub-projection is not a valid value. Found empty object at path");
            }
            for (Map.Entry<String, Object> inner : document.entrySet()) {
                read(path + "." + inner.getKey(), inner.getValue());
            }
        } else {
            if (Boolean.FALSE.equals(including)) {
                throw Refusals.location(31252, "Cannot use expression other than $meta in exclusion projection");
            }
            computes = true;
            including = true;
            fields.compute(path, reader.read(value));
        }
    }

    private static boolean isOperator(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private void readSwitch(String path, boolean stays) {
        if (path.equals(ID)) {
            withId = stays;
            return;
        }
        if (including != null && including != stays) {
            throw stays
                    ? Refusals.location(31253, "Cannot do inclusion on field " + path + " in exclusion projection")
                    : Refusals.location(31254, "Cannot do exclusion on field " + path + " in inclusion projection");
        }
        including = stays;
        fields.name(path);
    }

    /** What the projection leaves of a document. */
    public Document of(Document document) {
        if (Boolean.FALSE.equals(including)) {
            return fields.excluding(document);
        }
        var result = fields.including(document);
        if (computes) {
            fields.computeInto(result, scope.of(document));
        }
        return result;
    }
}
