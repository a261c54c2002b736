package io.fangwei.kernel.listening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.bson.Document;

/**
 * Rows of which some fields stand otherwise from a day on. What was said first stands in the row itself; each later version
 * stands below its number with the day from which it holds.
 */
public final class Dated {

    private static final String VERSIONS = "versions";
    private static final String FROM = "effectiveOn";

    private Dated() {}

    public static Upsert version(Upsert row, int number, LocalDate from, Map<String, ?> fields) {
        var version = new Document(FROM, from.toString());
        version.putAll(fields);
        return row.set(VERSIONS + "." + number, version);
    }

    /** The row as it stands on a day. */
    public static Document on(LocalDate day, Document row) {
        var dated = new Document(row);
        row.get(VERSIONS, new Document()).entrySet().stream()
                .sorted(Comparator.comparing(version -> Integer.valueOf(version.getKey())))
                .map(version -> (Document) version.getValue())
                .filter(version -> !LocalDate.parse(version.getString(FROM)).isAfter(day))
                .forEach(dated::putAll);
        return dated;
    }
}
