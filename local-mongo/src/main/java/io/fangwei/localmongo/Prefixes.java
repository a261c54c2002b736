package io.fangwei.localmongo;

/** The text with which everything begins that a regular expression matches. */
final class Prefixes {

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private Prefixes() {}

    /** Empty if there is none. */
    static String of(String pattern, String options) {
        boolean anchored = pattern.startsWith("^") || pattern.startsWith("\\A");
        if (!anchored || !(options.isEmpty() || options.equals("s"))) {
            return "";
        }
        var prefix = new StringBuilder();
        int at = pattern.startsWith("^") ? 1 : 2;
        while (at < pattern.length()) {
            int taken = take(pattern, at, prefix);
            if (taken == 0) {
                break;
            }
            at += taken;
        }
        return hasAlternative(pattern) ? "" : withoutOptional(pattern, at, prefix);
    }

    /** How many letters of the pattern have been understood. */
    private static int take(String pattern, int at, StringBuilder prefix) {
        char letter = pattern.charAt(at);
        if (pattern.startsWith("\\Q", at)) {
            int end = pattern.indexOf("\\E", at + 2);
            prefix.append(pattern, at + 2, end < 0 ? pattern.length() : end);
            return (end < 0 ? pattern.length() : end + 2) - at;
        } else if (letter == '\\' && at + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(at + 1))) {
            prefix.append(pattern.charAt(at + 1));
            return 2;
        } else if (SPECIAL.indexOf(letter) < 0) {
            prefix.append(letter);
            return 1;
        }
        return 0;
    }

    /** Said anywhere, or there would be another beginning. */
    private static boolean hasAlternative(String pattern) {
        return pattern.replaceAll("\\\\Q.*?(\\\\E|$)", "").replace("\\|", "").contains("|");
    }

    /** What a {@code *}, {@code ?} or {@code {} stands behind need not be there. */
    private static String withoutOptional(String pattern, int at, StringBuilder prefix) {
        if (at < pattern.length() && "?*{".indexOf(pattern.charAt(at)) >= 0 && prefix.length() > 0) {
            int last = prefix.codePointBefore(prefix.length());
            prefix.setLength(prefix.length() - Character.charCount(last));
        }
        return prefix.toString();
    }
}
