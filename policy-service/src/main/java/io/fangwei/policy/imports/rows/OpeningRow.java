package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.RecordOpening;
import io.fangwei.policy.budget.Opening;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the pool of a year held when its insurer began to keep it here. */
record OpeningRow(@Valid RecordOpening command) {

    UUID poolId() {
        return Ids.of("budget-pool", Own.insurer(), command.year());
    }

    Opening opening() {
        return new Opening(
                command.asOf(),
                command.accrued(),
                command.spent(),
                new Opening.Proof(command.proofReference(), command.proofHash()));
    }

    static Map<String, String> cells(int year, Opening opening) {
        var cells = new HashMap<String, String>();
        cells.put("year", String.valueOf(year));
        cells.put("asOf", opening.asOf().toString());
        cells.put("accrued", opening.accrued().toPlainString());
        cells.put("spent", opening.spent().toPlainString());
        cells.put("proofReference", opening.proof().reference());
        cells.put("proofHash", opening.proof().sha256());
        return cells;
    }
}
