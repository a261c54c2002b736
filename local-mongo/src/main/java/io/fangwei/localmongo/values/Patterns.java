package io.fangwei.localmongo.values;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions with MongoDB's options. */
public final class Patterns {

    private Patterns() {}

    /** The pattern; an unknown option or a broken pattern is refused. */
    public static Pattern compile(String pattern, @Nullable String options) {
        int flags = Pattern.UNICODE_CASE | Pattern.UNIX_LINES;
        for (char option : options == null ? new char[0] : options.toCharArray()) {
            flags |= switch (option) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'x' -> Pattern.COMMENTS;
                case 'u' -> 0;
                default -> throw Refusals.location(51108, "invalid flag in regex options: " + option);
            };
        }
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException broken) {
            throw Refusals.location(51091, "Regular expression is invalid: " + broken.getDescription());
        }
    }
}
