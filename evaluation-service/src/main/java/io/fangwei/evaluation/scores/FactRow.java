package io.fangwei.evaluation.scores;

/**
 * How a fact is stored: that a rule had one occasion more to be kept or broken. Where clocks show it, they are named in
 * {@code grounds}; one whose clocks have all moved away by another calendar has no year.
 */
public final class FactRow {

    public static final String COLLECTION = "facts";

    public static final String RULE = "ruleId";
    public static final String INSURER = "insurerId";
    public static final String YEAR = "year";
    public static final String GROUNDS = "grounds";

    private FactRow() {}
}
