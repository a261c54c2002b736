package io.fangwei.policy.calendars;

import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Row;
import io.fangwei.policy.tables.Table;
import io.fangwei.policy.tables.UnreadableTable;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * A notice as a table of two kinds of rows: {@code 放假,春节,2027-02-05,2027-02-11} (off, from and to) and
 * {@code 上班,,2027-02-20} (worked). Its first row holds titles.
 */
@Service
public class NoticeTable {

    private static final int MOST_ROWS = 100;

    public HolidayNotice read(int year, String noticeNo, Path file) {
        var holidays = new ArrayList<Holiday>();
        var worked = new ArrayList<LocalDate>();
        try (var table = Table.open(file)) {
            table.next();
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                read(row.get(), holidays, worked);
            }
        } catch (UnreadableTable unreadable) {
            throw PolicyRule.FILE_NOT_READABLE.broken(unreadable.reason());
        }
        return new HolidayNotice(year, noticeNo, List.copyOf(holidays), worked);
    }

    private static void read(Row row, List<Holiday> holidays, List<LocalDate> worked) {
        PolicyRule.NOTICE_INCONSISTENT.require(row.number() <= MOST_ROWS, row.number());
        var from = day(row, 2);
        var to = row.cell(3).isBlank() ? from : day(row, 3);
        PolicyRule.NOTICE_INCONSISTENT.require(!to.isBefore(from), row.number());
        switch (row.cell(0).strip()) {
            case "放假" -> {
                PolicyRule.NOTICE_INCONSISTENT.require(!row.cell(1).isBlank(), row.number());
                holidays.add(new Holiday(from, to, row.cell(1).strip()));
            }
            case "上班" ->
                worked.addAll(from.datesUntil(to.plusDays(1)).limit(MOST_ROWS).toList());
            default -> throw PolicyRule.NOTICE_INCONSISTENT.broken(row.number());
        }
    }

    private static LocalDate day(Row row, int column) {
        try {
            return LocalDate.parse(row.cell(column).strip());
        } catch (DateTimeException noDay) {
            throw PolicyRule.NOTICE_INCONSISTENT.broken(row.number());
        }
    }
}
