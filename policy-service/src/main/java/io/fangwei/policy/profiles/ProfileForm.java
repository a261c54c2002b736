package io.fangwei.policy.profiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that a profile may have; all may be left out (requirements 4.6, table 2). */
public record ProfileForm(String id, String version, List<Field> fields) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_PERSON = 100;
    private static final String MASK = "•";
    private static final int MOST_ROWS = 500;

    /** What a field holds. */
    public enum Kind {
        TEXT,
        DECIMAL,
        INTEGER,
        BOOLEAN,
        DATE,
        CHOICE,
        CHOICES,
        ROWS,
        /** a name or telephone number of a natural person: sealed where it is stored */
        PERSON
    }

    /**
     * One field.
     *
     * @param label as the form prints it
     * @param allowed values of a choice
     * @param fields of each row
     */
    public record Field(
            String name,
            String label,
            Kind type,
            @Nullable List<String> allowed,
            @Nullable List<Field> fields) {

        private Stream<String> wrong(String path, @Nullable Object value) {
            if (value == null) {
                return Stream.empty();
            }
            if (type == Kind.ROWS) {
                return rows(path, value);
            }
            return fits(value) ? Stream.empty() : Stream.of(path);
        }

        private Stream<String> rows(String path, Object value) {
            if (!(value instanceof List<?> rows) || rows.size() > MOST_ROWS) {
                return Stream.of(path);
            }
            var wrong = new ArrayList<String>();
            for (int row = 0; row < rows.size(); row++) {
                var at = path + "[" + row + "]";
                if (rows.get(row) instanceof Map<?, ?> cells) {
                    unfit(at + ".", Objects.requireNonNull(fields), cells).forEach(wrong::add);
                } else {
                    wrong.add(at);
                }
            }
            return wrong.stream();
        }

        private boolean fits(Object value) {
            return switch (type) {
                case TEXT -> value instanceof String text && text.length() <= LONGEST_TEXT;
                case PERSON -> value instanceof String text && text.length() <= LONGEST_PERSON && !text.contains(MASK);
                case BOOLEAN -> value instanceof Boolean;
                case INTEGER -> value instanceof Integer number && number >= 0;
                case DECIMAL -> isAmount(value);
                case DATE -> value instanceof String text && isDate(text);
                case CHOICE -> value instanceof String text && isAllowed(text);
                case CHOICES ->
                    value instanceof Collection<?> many
                            && many.size() <= Objects.requireNonNull(allowed).size()
                            && many.stream().allMatch(one -> one instanceof String text && isAllowed(text));
                case ROWS -> throw new IllegalStateException(name);
            };
        }

        private boolean isAllowed(String value) {
            return Objects.requireNonNull(allowed).contains(value);
        }

        private static boolean isAmount(Object value) {
            try {
                var text = String.valueOf(value);
                return text.length() <= 20 && new BigDecimal(text).signum() >= 0;
            } catch (NumberFormatException none) {
                return false;
            }
        }

        private static boolean isDate(String text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeParseException none) {
                return false;
            }
        }
    }

    public ProfileForm {
        fields = List.copyOf(fields);
    }

    /** The paths of the values that the form does not know or that do not fit. */
    public List<String> unfit(Map<String, ?> values) {
        return unfit("", fields, values).toList();
    }

    /** The fields among these that are about persons, also those that are to be emptied. */
    List<String> personsIn(Map<String, ?> values) {
        return fields.stream()
                .filter(field -> field.type() == Kind.PERSON)
                .map(Field::name)
                .filter(values::containsKey)
                .toList();
    }

    /** What is said and not about persons. */
    Map<String, Object> plainOf(Map<String, Object> values) {
        var plain = new TreeMap<>(values);
        plain.keySet().removeAll(personsIn(values));
        plain.values().removeIf(Objects::isNull);
        return plain;
    }

    private static Stream<String> unfit(String path, List<Field> known, Map<?, ?> values) {
        return values.entrySet().stream().flatMap(entry -> {
            var at = path + entry.getKey();
            return known.stream()
                    .filter(field -> field.name().equals(entry.getKey()))
                    .findFirst()
                    .map(field -> field.wrong(at, entry.getValue()))
                    .orElse(Stream.of(at));
        });
    }
}
