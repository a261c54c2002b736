package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.problems.Rule;
import io.fangwei.policy.imports.RowProblem;
import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Row;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read by the keys of their columns; what cannot be read is noted as a problem. */
public final class Cells {

    private static final int LONGEST_SHOWN = 40;

    private final Header header;
    private final Row row;
    private final Validator validator;
    private final List<RowProblem> problems = new ArrayList<>();

    Cells(Header header, Row row, Validator validator) {
        this.header = header;
        this.row = row;
        this.validator = validator;
    }

    public List<RowProblem> problems() {
        return problems;
    }

    /** Null, and a problem if the column is required, where nothing stands. */
    public @Nullable String text(String key) {
        var text = Folded.text(header.cell(row, key));
        if (!text.isEmpty()) {
            return text;
        }
        if (header.column(key).required()) {
            note(key, PolicyRule.CELL_MISSING);
        }
        return null;
    }

    public @Nullable String code(String key) {
        var text = text(key);
        return text == null ? null : Folded.code(text);
    }

    public @Nullable LocalDate date(String key) {
        return read(key, Dates::read, PolicyRule.CELL_NOT_A_DATE);
    }

    public @Nullable BigDecimal money(String key) {
        return read(key, text -> Amounts.read(Folded.code(text), header.unit(key)), PolicyRule.CELL_NOT_AN_AMOUNT);
    }

    public @Nullable Integer count(String key) {
        return read(
                key,
                text -> Optional.of(Folded.code(text).replace("次", ""))
                        .filter(code -> code.matches("\\d{1,6}"))
                        .map(Integer::valueOf),
                PolicyRule.CELL_NOT_A_NUMBER);
    }

    /** @param choices by what people call them; their names serve as well */
    public <E extends Enum<E>> @Nullable E choice(String key, Map<String, E> choices) {
        var code = code(key);
        if (code == null) {
            return null;
        }
        var chosen = choices.entrySet().stream()
                .filter(one -> one.getKey().equals(code)
                        || one.getValue()
                                .name()
                                .equals(code.toUpperCase(Locale.ROOT).replace('-', '_')))
                .map(Map.Entry::getValue)
                .findFirst();
        if (chosen.isEmpty()) {
            note(key, PolicyRule.CELL_NOT_A_CHOICE, shown(code), String.join(" / ", choices.keySet()));
        }
        return chosen.orElse(null);
    }

    /** What the row says, if every cell could be read and what they make together is well formed. */
    public <R> Optional<R> complete(Supplier<R> row) {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            var read = row.get();
            validator.validate(read).forEach(this::violated);
            return problems.isEmpty() ? Optional.of(read) : Optional.empty();
        } catch (Refusal refused) {
            problems.add(Problem.of(refused));
            return Optional.empty();
        }
    }

    void note(String key, Rule rule, Object... arguments) {
        var said = Stream.of(arguments).map(String::valueOf).toList();
        problems.add(new RowProblem(header.column(key).title(), rule.code(), said));
    }

    static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private <T> @Nullable T read(String key, Function<String, Optional<T>> reading, Rule otherwise) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        var read = reading.apply(text);
        if (read.isEmpty()) {
            note(key, otherwise, shown(text));
        }
        return read.orElse(null);
    }

    private void violated(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var key = path.substring(path.lastIndexOf('.') + 1);
        var value = shown(String.valueOf(violation.getInvalidValue()));
        var column = header.column(key);
        if (column != null && violation.getConstraintDescriptor().getAnnotation() instanceof Size size) {
            note(key, PolicyRule.CELL_TOO_LONG, size.max());
        } else if (column != null) {
            note(key, PolicyRule.CELL_MALFORMED, value);
        } else {
            problems.add(new RowProblem(null, PolicyRule.CELL_MALFORMED.code(), List.of(value)));
        }
    }
}
