package io.fangwei.policy.imports.rows;

import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.RecordOpening;
import io.fangwei.policy.budget.BudgetDesk;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.BudgetPools;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each row is what the pool of one year held before it was kept here, with its proof. */
@Component
final class OpeningRows implements RowKind<OpeningRow> {

    private final BudgetDesk desk;
    private final BudgetPools pools;
    private final Clock clock;

    OpeningRows(BudgetDesk desk, BudgetPools pools, Clock clock) {
        this.desk = desk;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.OPENING_BALANCES;
    }

    @Override
    public Optional<OpeningRow> read(Cells cells) {
        var year = cells.count("year");
        var asOf = cells.date("asOf");
        var accrued = cells.money("accrued");
        var spent = cells.money("spent");
        var reference = cells.code("proofReference");
        var sha256 = Codes.sha256(cells, "proofHash");
        return cells.complete(() -> new OpeningRow(new RecordOpening(year, asOf, accrued, spent, reference, sha256)));
    }

    @Override
    public List<Object> key(OpeningRow row) {
        return List.of(row.command().year());
    }

    @Override
    public UUID aggregate(OpeningRow row) {
        return row.poolId();
    }

    @Override
    public Comparison<OpeningRow> comparison() {
        return new Openings();
    }

    @Override
    public void carryOut(OpeningRow row, RowCommands commands) {
        commands.asStarter("open", () -> desk.recordOpening(row.command()));
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        EveryPage.of(page -> pools.page(null, page), pool -> {
            var opening = pool.getOpening();
            if (opening != null) {
                rows.accept(OpeningRow.cells(pool.getYear(), opening));
            }
        });
    }

    private final class Openings implements Comparison<OpeningRow> {

        private final Map<UUID, BudgetPool> there = new HashMap<>();

        @Override
        public void lookUp(List<OpeningRow> rows) {
            there.clear();
            rows.stream()
                    .map(OpeningRow::poolId)
                    .distinct()
                    .forEach(id -> pools.find(id).ifPresent(pool -> there.put(id, pool)));
        }

        @Override
        public boolean isKnown(OpeningRow row) {
            var pool = there.get(row.poolId());
            var opening = pool == null ? null : pool.getOpening();
            if (opening == null) {
                return false;
            }
            var year = row.command().year();
            PolicyRule.KNOWN_DIFFERENTLY.require(opening.equals(row.opening()), String.valueOf(year));
            return true;
        }

        @Override
        public void tryOut(OpeningRow row) {
            var year = row.command().year();
            there.computeIfAbsent(row.poolId(), id -> BudgetPool.empty(id, Own.insurer(), year, List.of()))
                    .recordOpening(row.opening(), LocalDate.now(clock));
        }
    }
}
