package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** A document has the value of another one where a unique index allows one only. */
final class DuplicateException extends MongoServerError {

    private static final long serialVersionUID = 1;

    private final transient Document pattern;
    private final transient Document value;

    DuplicateException(String namespace, OrderedIndex index, Document document) {
        super(
                11000,
                "DuplicateKey",
                "E11000 duplicate key error collection: " + namespace + " index: " + index.name() + " dup key: "
                        + index.describe(document));
        pattern = index.keyPattern();
        value = index.valuesOf(document);
    }

    /** Says in an answer which key it is. */
    Document describeIn(Document answer) {
        return answer.append("keyPattern", pattern).append("keyValue", value);
    }
}
