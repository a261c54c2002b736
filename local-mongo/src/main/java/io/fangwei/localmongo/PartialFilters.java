package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Types;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a partial index may say of the documents that it holds. */
final class PartialFilters {

    private static final Set<String> OPERATORS = Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$type");

    private PartialFilters() {}

    static void check(Document filter) {
        Filter.of(filter);
        filter.forEach((name, value) -> {
            if ((name.equals("$and") || name.equals("$or")) && value instanceof List<?> all) {
                all.forEach(each -> check((Document) each));
            } else if (name.startsWith("$")) {
                throw unsupported(name);
            } else if (value instanceof Document operators && Conditions.isOperators(operators)) {
                operators.forEach(PartialFilters::check);
            }
        });
    }

    private static void check(String operator, @Nullable Object operand) {
        boolean exists = operator.equals("$exists") && Types.isTrue(operand);
        if (!exists && !OPERATORS.contains(operator)) {
            throw unsupported(operator);
        }
    }

    private static MongoServerError unsupported(String operator) {
        return new MongoServerError(67, "CannotCreateIndex", "unsupported expression in partial index: " + operator);
    }
}
