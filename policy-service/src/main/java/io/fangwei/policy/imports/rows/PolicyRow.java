package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.policies.Contract;
import io.fangwei.policy.policies.PolicyCommand.DraftPolicy;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.rules.PolicyRule;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A policy as a row says it: the company by its credit code. */
record PolicyRow(String uscc, @Valid DraftPolicy command) {

    static PolicyRow read(Cells cells) {
        var policyNo = cells.code("policyNo");
        var uscc = Codes.uscc(cells, "uscc");
        var from = cells.date("from");
        var to = cells.date("to");
        var premium = cells.money("premium");
        var terms = terms(cells);
        var companyId = uscc == null ? null : Ids.of("company", uscc);
        return new PolicyRow(uscc, new DraftPolicy(policyNo, companyId, from, to, premium, terms, null));
    }

    UUID policyId() {
        return Ids.of("policy", Own.insurer(), command.policyNo());
    }

    Contract contract() {
        return new Contract(
                command.policyNo(), command.from(), command.to(), command.premium(), command.serviceTerms());
    }

    static Map<String, String> cells(Contract contract, String uscc) {
        var cells = new HashMap<>(TermCells.cells(contract.serviceTerms()));
        cells.put("policyNo", contract.policyNo());
        cells.put("uscc", uscc);
        cells.put("from", contract.from().toString());
        cells.put("to", contract.to().toString());
        cells.put("premium", contract.premium().toPlainString());
        return cells;
    }

    private static List<ServiceTerm> terms(Cells cells) {
        var terms = new ArrayList<ServiceTerm>();
        TermCells.items().forEach(item -> {
            var key = TermCells.key(item);
            var text = cells.text(key);
            if (text != null) {
                TermCells.read(item, text)
                        .ifPresentOrElse(
                                terms::addAll, () -> cells.note(key, PolicyRule.CELL_NOT_A_TERM, Cells.shown(text)));
            }
        });
        return terms;
    }
}
