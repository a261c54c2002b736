package io.fangwei.policy.calendars;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Row;
import io.fangwei.policy.tables.Table;
import io.fangwei.policy.tables.UnreadableTable;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/**
 * A notice as a table of two kinds of rows: {@code 放假,春节,2027-02-05,2027-02-11} (off, from and to) and
 * {@code 上班,,2027-02-20} (worked). Its first row holds titles.
 */
@Service
public class NoticeTable {

    private static final int MOST_ROWS = 100;
    private static final int LONGEST_NAME = 20;
    private static final List<String> TITLES = List.of("类型", "名称", "起", "止");

    public HolidayNotice read(int year, String noticeNo, Path file) {
        var holidays = new ArrayList<Holiday>();
        var worked = new ArrayList<LocalDate>();
        try (var table = Table.open(file)) {
            requireTitles(table.next());
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                read(row.get(), holidays, worked);
            }
        } catch (UnreadableTable unreadable) {
            throw PolicyRule.FILE_NOT_READABLE.broken(unreadable.reason());
        }
        return new HolidayNotice(year, noticeNo, List.copyOf(holidays), worked);
    }

    private static void requireTitles(Optional<Row> first) {
        var titles = first.map(row -> IntStream.range(0, TITLES.size())
                        .mapToObj(column -> row.cell(column).strip())
                        .toList())
                .orElse(List.of());
        var missing = TITLES.stream().filter(title -> !titles.contains(title)).toList();
        PolicyRule.FILE_COLUMNS_WRONG.require(
                titles.equals(TITLES),
                String.join(", ", missing),
                titles.stream().filter(title -> !TITLES.contains(title)).collect(Collectors.joining(", ")));
    }

    private static void read(Row row, List<Holiday> holidays, List<LocalDate> worked) {
        require(row.number() <= MOST_ROWS, row, 0);
        var from = day(row, 2);
        var to = row.cell(3).isBlank() ? from : day(row, 3);
        require(!to.isBefore(from), row, 3);
        switch (row.cell(0).strip()) {
            case "放假" -> {
                require(!row.cell(1).isBlank() && row.cell(1).strip().length() <= LONGEST_NAME, row, 1);
                holidays.add(new Holiday(from, to, row.cell(1).strip()));
            }
            case "上班" ->
                worked.addAll(from.datesUntil(to.plusDays(1)).limit(MOST_ROWS).toList());
            default -> throw broken(row, 0);
        }
    }

    private static LocalDate day(Row row, int column) {
        try {
            return LocalDate.parse(row.cell(column).strip());
        } catch (DateTimeException noDay) {
            throw broken(row, column);
        }
    }

    private static void require(boolean kept, Row row, int column) {
        if (!kept) {
            throw broken(row, column);
        }
    }

    /** Names the row and the column, as people see them. */
    private static Refusal broken(Row row, int column) {
        return PolicyRule.NOTICE_INCONSISTENT.broken("%d/%s: %s"
                .formatted(row.number(), TITLES.get(column), row.cell(column).strip()));
    }
}
