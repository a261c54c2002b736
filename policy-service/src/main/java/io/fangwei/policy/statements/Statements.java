package io.fangwei.policy.statements;

import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.statements.Statement.Extraction;
import io.fangwei.policy.statements.Statement.Movement;
import io.fangwei.policy.statements.Statement.Position;
import io.fangwei.policy.statements.Statement.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sums over the entries of ledgers. */
public interface Statements {

    /** Where a pool stood when a day began. */
    Position before(UUID poolId, LocalDate day);

    List<Movement> movements(UUID poolId, LocalDate from, LocalDate to);

    Extraction extraction(UUID poolId, LocalDate from, LocalDate to);

    /** What was spent, the most first. */
    List<Share> spentBy(Dimension dimension, UUID poolId, LocalDate from, LocalDate to);

    /** What was budgeted, committed and spent for each item. */
    List<ItemSums> items(UUID poolId);

    /** @param insurerId only of this insurer, if one is given */
    List<CompanySpending.Line> spentFor(UUID companyId, int year, @Nullable UUID insurerId);

    /** By what spending is broken down. */
    enum Dimension {
        CATEGORY("category"),
        ITEM("item"),
        COMPANY("companyId"),
        INSTITUTION("institutionId");

        private final String field;

        Dimension(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** @param uncovered what agreed plans cost beyond what could be committed */
    record ItemSums(
            @Nullable ServiceItemType item,
            BigDecimal budgeted,
            BigDecimal committed,
            BigDecimal uncovered,
            BigDecimal spent) {}
}
