package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.SortOrder;
import org.jspecify.annotations.Nullable;

/** What a find asks for; a limit of 0 means all. */
final class Query {

    private final Document filter;
    private final @Nullable Document order;
    private final int skip;
    private final int limit;
    private final @Nullable Document projection;
    private final Terms terms;
    private final Filter matcher;

    Query(Document filter, @Nullable Document order, int skip, int limit, @Nullable Document projection) {
        this(filter, order, skip, limit, projection, Terms.NONE);
    }

    Query(Document filter, @Nullable Document order, int skip, int limit, @Nullable Document projection, Terms terms) {
        this.filter = filter;
        this.order = order == null || order.isEmpty() ? null : order;
        this.skip = skip;
        this.limit = limit;
        this.projection = projection == null || projection.isEmpty() ? null : projection;
        this.terms = terms;
        this.matcher = Filter.of(filter, terms.order(), terms.scope());
        checkOrder();
    }

    private void checkOrder() {
        if (order == null || order.containsKey("$natural")) {
            return;
        }
        SortOrder.check(order);
        if (terms.order().collation() != null) {
            terms.order().collation().refuseToOrder();
        }
    }

    Document filter() {
        return filter;
    }

    @Nullable
    Document order() {
        return order;
    }

    int skip() {
        return skip;
    }

    int limit() {
        return limit;
    }

    @Nullable
    Document projection() {
        return projection;
    }

    Terms terms() {
        return terms;
    }

    Filter matcher() {
        return matcher;
    }
}
