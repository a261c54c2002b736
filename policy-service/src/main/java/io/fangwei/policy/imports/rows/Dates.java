package io.fangwei.policy.imports.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as they stand in spreadsheets: {@code 2025-01-02}, {@code 2025/1/2}, {@code 2025.1.2}, {@code 2025年1月2日},
 * {@code 20250102}, with or without a time behind; or the number by which a spreadsheet counts its days.
 */
final class Dates {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4}) ?(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日?|(\\d{2})(\\d{2}))"
                    + "(?:[T ]\\d{1,2}:.*)?");
    private static final Pattern COUNTED = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

    /** The day before the first; two earlier than it looks, since spreadsheets take 1900 for a leap year. */
    private static final LocalDate BEFORE_FIRST = LocalDate.of(1899, 12, 30);

    private Dates() {}

    static Optional<LocalDate> read(String typed) {
        var line = Folded.line(typed);
        var counted = COUNTED.matcher(line);
        if (counted.matches()) {
            return Optional.of(BEFORE_FIRST.plusDays(Long.parseLong(counted.group(1))));
        }
        var written = WRITTEN.matcher(line);
        if (!written.matches()) {
            return Optional.empty();
        }
        var month = first(written.group(2), written.group(4), written.group(6));
        var day = first(written.group(3), written.group(5), written.group(7));
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(written.group(1)), month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int first(String... numbers) {
        for (var number : numbers) {
            if (number != null) {
                return Integer.parseInt(number);
            }
        }
        return 0;
    }
}
