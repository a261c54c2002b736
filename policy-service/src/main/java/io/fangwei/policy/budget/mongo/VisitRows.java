package io.fangwei.policy.budget.mongo;

/** Where the copies of visits lie. */
public final class VisitRows {

    public static final String COLLECTION = "visitCopies";

    private VisitRows() {}
}
