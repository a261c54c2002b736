package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** The shapes in which MongoDB answers. */
final class Answers {

    private Answers() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document ok(String field, Object value) {
        return new Document(field, value).append("ok", 1.0);
    }

    static Document cursor(long id, String namespace, String batchName, List<Document> batch) {
        return ok("cursor", new Document("id", id).append("ns", namespace).append(batchName, batch));
    }

    static Document firstAndOnly(String namespace, List<Document> batch) {
        return cursor(0, namespace, "firstBatch", batch);
    }

    /** MongoDB counts in 32 bits as long as they are enough. */
    static Number count(long count) {
        return count == (int) count ? (Number) (int) count : (Number) count;
    }

    static MongoServerError namespaceNotFound(String message) {
        return new MongoServerError(26, "NamespaceNotFound", message);
    }

    static Document refusal(MongoServerException refusal) {
        var answer = new Document("ok", 0.0).append("errmsg", refusal.getMessageWithoutErrorCode());
        if (refusal instanceof MongoServerError error) {
            answer.append("code", error.getCode()).append("codeName", error.getCodeName());
        }
        return refusal instanceof DuplicateException duplicate ? duplicate.describeIn(answer) : answer;
    }

    static Document writeError(int index, MongoServerException refusal) {
        int code = refusal instanceof MongoServerError error ? error.getCode() : 8;
        var answer = new Document("index", index)
                .append("code", code)
                .append("errmsg", refusal.getMessageWithoutErrorCode());
        return refusal instanceof DuplicateException duplicate ? duplicate.describeIn(answer) : answer;
    }
}
