package io.fangwei.policy.imports.rows;

/**
 * One column of a file.
 *
 * @param key by which the program knows it
 * @param title as insurers head it; the English title serves as well
 * @param example what the template shows in it
 */
public record Column(
        String key,
        String title,
        String english,
        boolean required,
        Type type,
        String example,
        String help,
        String helpEnglish) {

    /** How its cells are read. */
    public enum Type {
        TEXT,
        CODE,
        DATE,
        MONEY,
        COUNT,
        CHOICE,
        TERM
    }
}
