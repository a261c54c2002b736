package io.fangwei.evaluation.findings;

/**
 * How a finding is stored. What the decisive evidence says lies in one part, {@code basis}, whose fields stand in the
 * order of their weight: the smallest basis wins, so that a case that counts goes before a mere candidate, then the
 * earlier due day, then the earlier event, in whatever order they arrive. Where clocks are the evidence, what each of them
 * says is kept in {@code grounds}, so that another calendar may take one away: the basis is then the smallest of those left.
 */
public final class FindingRow {

    public static final String COLLECTION = "findings";

    public static final String RULE = "ruleId";
    public static final String INDICATOR = "indicator";
    public static final String INSURER = "insurerId";
    public static final String CASE = "caseKey";
    public static final String SUBJECT_KIND = "subjectKind";
    public static final String SUBJECT = "subjectId";
    public static final String COMPANY = "companyId";
    public static final String AREA = "area";
    public static final String ENDED_ON = "endedOn";
    public static final String WITHDRAWN = "withdrawn";

    public static final String GROUNDS = "grounds";
    public static final String DOUBTS = "doubts";

    public static final String BASIS = "basis";

    /** The basis of a finding that was withdrawn weighs less than any other. */
    public static final String RANK = "rank";

    public static final String ASSISTED = "assisted";
    public static final String DUE = "due";
    public static final String AT = "at";
    public static final String YEAR = "year";
    public static final String CLOCK = "clock";
    public static final String EVENT = "eventId";
    public static final String TYPE = "type";
    public static final String SEQUENCE = "sequence";
    public static final String ON = "on";

    public static final String YEAR_PATH = BASIS + "." + YEAR;
    public static final String ASSISTED_PATH = BASIS + "." + ASSISTED;

    private FindingRow() {}
}
