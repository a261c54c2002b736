package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;

/** A step of a pipeline. */
public interface Stage {

    /** What becomes of the documents. */
    Stream<Document> apply(Stream<Document> documents);
}
