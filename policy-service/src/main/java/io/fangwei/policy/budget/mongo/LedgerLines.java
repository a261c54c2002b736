package io.fangwei.policy.budget.mongo;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a ledger from the events of its pool. */
public final class LedgerLines {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Map<String, Function<Line, LedgerEntry>> READERS = Map.of(
            "policy.opening-balance-recorded.v1", LedgerLines::opening,
            "policy.budget-accrued.v1", LedgerLines::accrual,
            "policy.accrual-taken-back.v1", LedgerLines::takeBack,
            "policy.budget-committed.v1", line -> commitment(line, EntryKind.COMMITMENT),
            "policy.commitment-released.v1", line -> commitment(line, EntryKind.RELEASE),
            "policy.ledger-entry-posted.v1", LedgerLines::expense,
            "policy.ledger-entry-reversed.v1", LedgerLines::reversal,
            "policy.budget-carried-over.v1", line -> carried(line, EntryKind.CARRY_OUT),
            "policy.budget-carried-in.v1", line -> carried(line, EntryKind.CARRY_IN));

    private LedgerLines() {}

    /** The events that move money. */
    public static Set<String> types() {
        return READERS.keySet();
    }

    public static LedgerEntry read(EventEnvelope event) {
        return READERS.get(event.type()).apply(new Line(event));
    }

    private static LedgerEntry opening(Line line) {
        return line.entry(EntryKind.valueOf(line.text("kind")), line.amount("amount"), line.day("asOf"));
    }

    private static LedgerEntry accrual(Line line) {
        var credited = line.amount("amount").subtract(line.amount("setOff"));
        return line.entry(EntryKind.ACCRUAL, credited, line.bookedOn());
    }

    private static LedgerEntry takeBack(Line line) {
        return line.entry(EntryKind.TAKE_BACK, line.amount("amount").negate(), line.bookedOn());
    }

    private static LedgerEntry commitment(Line line, EntryKind kind) {
        var amount = line.amount("amount");
        return line.entry(kind, kind == EntryKind.RELEASE ? amount.negate() : amount, line.day("on"));
    }

    private static LedgerEntry expense(Line line) {
        line.require("category", "voucherNo", "purpose");
        return line.entry(EntryKind.EXPENSE, line.amount("amount"), line.day("spentOn"));
    }

    private static LedgerEntry reversal(Line line) {
        line.require("category", "voucherNo", "purpose", "reversedEntryNo");
        return line.entry(EntryKind.REVERSAL, line.amount("amount").negate(), line.day("on"));
    }

    private static LedgerEntry carried(Line line, EntryKind kind) {
        var amount = line.amount("amount");
        return line.entry(kind, kind == EntryKind.CARRY_OUT ? amount.negate() : amount, line.day("on"));
    }

    /** The event behind an entry. */
    private record Line(EventEnvelope event) {

        LedgerEntry entry(EntryKind kind, BigDecimal amount, LocalDate on) {
            return new LedgerEntry(
                    event.uuid("poolId"),
                    event.uuid("insurerId"),
                    Integer.parseInt(text("year")),
                    Integer.parseInt(text("entryNo")),
                    kind,
                    amount,
                    optional("drawn", BigDecimal::new),
                    optional("expenseId", UUID::fromString),
                    optional("commitmentId", UUID::fromString),
                    optional("category", ExpenseCategory::valueOf),
                    optional("voucherNo", Function.identity()),
                    optional("purpose", ExpensePurpose::valueOf),
                    optional("item", ServiceItemType::valueOf),
                    optional("visitId", UUID::fromString),
                    optional("planId", UUID::fromString),
                    optional("policyId", UUID::fromString),
                    optional("companyId", UUID::fromString),
                    optional("payeeId", UUID::fromString),
                    optional("institutionId", UUID::fromString),
                    optional("attachmentHash", Function.identity()),
                    on,
                    bookedOn(),
                    optional("reversedEntryNo", Integer::valueOf),
                    null,
                    optional("reason", Function.identity()),
                    kind == EntryKind.TAKE_BACK ? amount("premium").negate() : optional("premium", BigDecimal::new),
                    optional("required", BigDecimal::new),
                    optional("rulePack", Function.identity()),
                    amount("accrued"),
                    amount("committed"),
                    amount("spent"));
        }

        LocalDate bookedOn() {
            return LocalDate.ofInstant(event.time(), CHINA);
        }

        String text(String field) {
            return event.text(field);
        }

        BigDecimal amount(String field) {
            return new BigDecimal(text(field));
        }

        LocalDate day(String field) {
            return LocalDate.parse(text(field));
        }

        void require(String... fields) {
            for (var field : fields) {
                text(field);
            }
        }

        private <T> @Nullable T optional(String field, Function<String, T> read) {
            return event.data().hasNonNull(field) ? read.apply(text(field)) : null;
        }
    }
}
