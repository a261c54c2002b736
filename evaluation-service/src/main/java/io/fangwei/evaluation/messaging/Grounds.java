package io.fangwei.evaluation.messaging;

import java.util.List;
import org.bson.Document;

/** Expressions over the grounds of a row: a part of it with a field for each clock. */
final class Grounds {

    /** Takes the field away. */
    static final String NOTHING = "$$REMOVE";

    private static final int WITHDRAWN = 9;

    private Grounds() {}

    /** One value if there is a ground, else another. */
    static Document ifAny(String grounds, Object there, Object none) {
        return choice(new Document("$gt", List.of(new Document("$size", pairs(grounds)), 0)), there, none);
    }

    /** One value if the field is true, else another. */
    static Document ifTrue(String path, Object yes, Object no) {
        return choice(new Document("$eq", List.of("$" + path, true)), yes, no);
    }

    /** The smallest ground; where there is none what stood there, with the rank of what was withdrawn. */
    static Document smallest(String grounds, String basis, String rank) {
        var values = new Document(
                "$map",
                new Document("input", pairs(grounds)).append("as", "one").append("in", "$$one.v"));
        return choice(
                new Document("$gt", List.of(new Document("$size", pairs(grounds)), 0)),
                new Expression(new Document("$min", values)),
                new Expression(new Document("$mergeObjects", List.of("$" + basis, new Document(rank, WITHDRAWN)))));
    }

    private record Expression(Document of) {}

    private static Document pairs(String grounds) {
        return new Document("$objectToArray", new Document("$ifNull", List.of("$" + grounds, new Document())));
    }

    private static Document choice(Document condition, Object yes, Object no) {
        return new Document("$cond", List.of(condition, value(yes), value(no)));
    }

    private static Object value(Object of) {
        if (of instanceof Expression expression) {
            return expression.of();
        }
        return of.equals(NOTHING) ? NOTHING : new Document("$literal", of);
    }
}
