package io.fangwei.policy.imports.rows;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as people type them, without what does not count: width, case, blanks at the ends. */
final class Folded {

    private Folded() {}

    /** Without blanks of any kind at its ends; an apostrophe that only keeps a spreadsheet from computing goes. */
    static String text(String typed) {
        var text = stripped(typed);
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** In half-width characters, with single blanks. */
    static String line(String typed) {
        return Normalizer.normalize(text(typed), Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", " ");
    }

    /** In half-width characters, without any blank. */
    static String code(String typed) {
        return line(typed).replace(" ", "");
    }

    static String title(String typed) {
        return code(typed).replace("*", "").toLowerCase(Locale.ROOT);
    }

    private static String stripped(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isBlank(typed.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static boolean isBlank(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one) || one == '\u200B' || one == '\uFEFF';
    }
}
