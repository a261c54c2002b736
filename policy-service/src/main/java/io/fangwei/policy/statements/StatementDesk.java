package io.fangwei.policy.statements;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.statements.Statements.Dimension;
import io.fangwei.policy.statements.Statements.ItemSums;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Where the ledgers are read. */
@Service
public class StatementDesk {

    private final BudgetDesk pools;
    private final Companies companies;
    private final Statements statements;
    private final LedgerProof proof;
    private final Clock clock;

    public StatementDesk(BudgetDesk pools, Companies companies, Statements statements, LedgerProof proof, Clock clock) {
        this.pools = pools;
        this.companies = companies;
        this.statements = statements;
        this.proof = proof;
        this.clock = clock;
    }

    /** @param from the first day, of the pool's year if none is given; the last is today */
    public Statement statement(UUID poolId, @Nullable LocalDate from, @Nullable LocalDate to) {
        var pool = pools.get(poolId);
        var first = from == null ? LocalDate.of(pool.getYear(), 1, 1) : from;
        var last = to == null ? today() : to;
        if (last.isBefore(first)) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "from: " + first + " > " + last);
        }
        return new Statement(
                poolId,
                pool.getYear(),
                first,
                last,
                statements.before(poolId, first),
                statements.movements(poolId, first, last),
                statements.before(poolId, last.plusDays(1)),
                statements.extraction(poolId, first, last),
                statements.spentBy(Dimension.CATEGORY, poolId, first, last),
                statements.spentBy(Dimension.ITEM, poolId, first, last),
                statements.spentBy(Dimension.COMPANY, poolId, first, last),
                statements.spentBy(Dimension.INSTITUTION, poolId, first, last));
    }

    public Forecast forecast(UUID poolId) {
        var pool = pools.get(poolId);
        var items = statements.items(poolId);
        var committed = pool.getBalances().committed();
        var uncovered = sum(items, ItemSums::uncovered);
        var expected = pool.getSpent().add(committed).add(uncovered);
        return new Forecast(
                poolId,
                pool.getYear(),
                today(),
                pool.getAccrued(),
                pool.getSpent(),
                committed,
                uncovered,
                expected,
                pool.getAccrued().subtract(expected).max(zero()),
                expected.subtract(pool.getAccrued()).max(zero()),
                items.stream().map(StatementDesk::line).toList());
    }

    /** Whoever sees the company sees what was spent for it; an insurer, only what itself spent. */
    public CompanySpending spentFor(UUID companyId, int year) {
        var company = companies.get(companyId);
        var lines = statements.spentFor(
                company.getCompanyId(), year, CurrentCaller.get().insurerId());
        return new CompanySpending(companyId, year, sum(lines, CompanySpending.Line::spent), lines);
    }

    public LedgerCheck verify(UUID poolId) {
        return proof.verify(pools.get(poolId).getPoolId());
    }

    private static Forecast.Line line(ItemSums sums) {
        return new Forecast.Line(
                sums.item(),
                sums.budgeted(),
                sums.committed(),
                sums.uncovered(),
                sums.spent(),
                sums.budgeted().subtract(sums.spent()));
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(zero(), BigDecimal::add);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(2);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
