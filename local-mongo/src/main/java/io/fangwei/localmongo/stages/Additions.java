package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $addFields} and {@code $set}: fields that are computed and put into the documents. */
final class Additions implements Stage {

    private final Fields fields = new Fields();
    private final Scope scope;

    Additions(String name, @Nullable Object specification, Scope scope) {
        this.scope = scope;
        if (!(specification instanceof Document document)) {
            throw Refusals.location(40272, name + " specification stage must be an object");
        }
        if (document.isEmpty()) {
            throw Refusals.location(
                    40177, "Invalid " + name + " :: caused by :: specification must have at least one field");
        }
        var reader = new ExpressionReader(scope.names());
        document.forEach((path, value) -> read(path, value, reader));
    }

    private void read(String path, @Nullable Object value, ExpressionReader reader) {
        if (value instanceof Document inner
                && !inner.isEmpty()
                && !inner.keySet().iterator().next().startsWith("$")) {
            inner.forEach((name, field) -> read(path + "." + name, field, reader));
        } else {
            fields.compute(path, reader.read(value));
        }
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.map(document -> {
            var result = document.clone();
            fields.computeInto(result, scope.of(document));
            return result;
        });
    }
}
