package io.fangwei.evaluation.scores;

/** How a fact is stored: that a rule had one occasion more to be kept or broken. */
public final class FactRow {

    public static final String COLLECTION = "facts";

    public static final String RULE = "ruleId";
    public static final String INSURER = "insurerId";
    public static final String YEAR = "year";

    private FactRow() {}
}
