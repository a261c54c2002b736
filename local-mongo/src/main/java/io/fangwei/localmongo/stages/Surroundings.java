package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import java.util.List;
import java.util.stream.Stream;

/** What a pipeline may reach besides its own documents. */
public interface Surroundings {

    /** Runs a pipeline over another collection of the same database. */
    Stream<Document> aggregate(String collection, List<Document> pipeline, Scope scope);

    /** What the command may use. */
    Allowance allowance();

    /** A last stage that writes. */
    Stage output(Document stage, Scope scope);
}
