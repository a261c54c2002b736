package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.stages.Allowance;
import io.fangwei.localmongo.stages.Pipeline;
import io.fangwei.localmongo.stages.Stage;
import io.fangwei.localmongo.stages.Surroundings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An update by the stages of a pipeline that look at one document only. */
final class PipelineUpdate implements Update {

    private static final Set<String> ALLOWED =
            Set.of("$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith");
    private static final Surroundings NONE = new Surroundings() {
        @Override
        public Stream<Document> aggregate(String collection, List<Document> pipeline, Scope scope) {
            throw new IllegalStateException("an update reaches no other collection");
        }

        @Override
        public Allowance allowance() {
            return Allowance.OF_ONE_DOCUMENT;
        }

        @Override
        public Stage output(Document stage, Scope scope) {
            throw new IllegalStateException("an update has no other output");
        }
    };

    private final Pipeline pipeline;

    PipelineUpdate(@Nullable Object given, Scope scope) {
        var stages = Pipeline.stages(given);
        stages.forEach(stage -> refuseOthers(Pipeline.name(stage)));
        pipeline = new Pipeline(stages, NONE, scope);
    }

    private static void refuseOthers(String name) {
        if (!ALLOWED.contains(name)) {
            throw new MongoServerError(72, "InvalidOptions", name + " is not allowed to be used within an update");
        }
    }

    @Override
    public Document apply(Document before, Position matched, boolean inserting) {
        var after = pipeline.apply(Stream.of(before)).findFirst().orElseThrow();
        return Update.keepingId(before, after);
    }
}
