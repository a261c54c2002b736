package io.fangwei.policy.statements;

import io.fangwei.policy.budget.EntryKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a pool within some days, both included: where it stood before, what moved, what it was spent on and
 * where it stands after (CD-5.1.4f).
 */
public record Statement(
        UUID poolId,
        int year,
        LocalDate from,
        LocalDate to,
        Position opening,
        List<Movement> movements,
        Position closing,
        Extraction extraction,
        List<Share> byCategory,
        List<Share> byItem,
        List<Share> byCompany,
        List<Share> byInstitution) {

    /** The balances at the end of a day. */
    public record Position(BigDecimal accrued, BigDecimal committed, BigDecimal spent, BigDecimal free) {

        public static Position of(BigDecimal accrued, BigDecimal committed, BigDecimal spent) {
            return new Position(
                    accrued, committed, spent, accrued.subtract(committed).subtract(spent));
        }
    }

    /** All entries of one kind. */
    public record Movement(EntryKind kind, long entries, BigDecimal amount) {}

    /**
     * What was set aside of the premium received, less what went back.
     *
     * @param required what the rule pack demands of it
     * @param missing of what is demanded
     */
    public record Extraction(BigDecimal premium, BigDecimal required, BigDecimal setAside, BigDecimal missing) {}

    /** @param of category, item or id; none where the entries name none */
    public record Share(@Nullable String of, long entries, BigDecimal spent) {}
}
