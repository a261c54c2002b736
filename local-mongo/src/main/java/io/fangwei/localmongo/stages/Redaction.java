package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.ExpressionReader;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $redact}: each level of a document says whether it stays. */
final class Redaction implements Stage {

    private final Expression expression;
    private final Scope scope;

    Redaction(@Nullable Object specification, Scope scope) {
        this.scope = scope.with("DESCEND", "descend").with("PRUNE", "prune").with("KEEP", "keep");
        expression = new ExpressionReader(this.scope.names()).read(specification);
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        return documents.map(document -> redacted(document, scope.of(document))).flatMap(Stream::ofNullable);
    }

    private @Nullable Document redacted(Document document, Scope at) {
        var verdict = expression.evaluate(at.with("CURRENT", document));
        if ("prune".equals(verdict)) {
            return null;
        } else if ("keep".equals(verdict)) {
            return document;
        } else if (!"descend".equals(verdict)) {
            throw Refusals.location(
                    17053,
                    "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE");
        }
        var result = new Document();
        document.forEach((name, value) -> {
            if (value instanceof Document inner) {
                var kept = redacted(inner, at);
                if (kept != null) {
                    result.put(name, kept);
                }
            } else {
                result.put(name, value instanceof List<?> elements ? redacted(elements, at) : value);
            }
        });
        return result;
    }

    private List<@Nullable Object> redacted(List<?> elements, Scope at) {
        var result = new ArrayList<@Nullable Object>();
        for (Object element : elements) {
            var kept = element instanceof Document document ? redacted(document, at) : element;
            if (!(element instanceof Document) || kept != null) {
                result.add(kept instanceof List<?> inner ? redacted(inner, at) : kept);
            }
        }
        return result;
    }
}
