package io.fangwei.policy.statements;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was spent in a year on the prevention work of one company (CD-5.1.2c, CD-5.1.4f). */
public record CompanySpending(UUID companyId, int year, BigDecimal spent, List<Line> lines) {

    /** What one insurer spent on one item. */
    public record Line(UUID insurerId, @Nullable String item, long entries, BigDecimal spent) {}
}
