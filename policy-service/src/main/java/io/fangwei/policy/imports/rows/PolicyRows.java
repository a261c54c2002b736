package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each row is a policy to be drafted; its company has been registered before. */
@Component
final class PolicyRows implements BulkKind<PolicyRow> {

    private final PolicyDesk desk;
    private final Policies policies;
    private final Companies companies;
    private final Insurers insurers;

    PolicyRows(PolicyDesk desk, Policies policies, Companies companies, Insurers insurers) {
        this.desk = desk;
        this.policies = policies;
        this.companies = companies;
        this.insurers = insurers;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.POLICIES;
    }

    @Override
    public Optional<PolicyRow> read(Cells cells) {
        var row = PolicyRow.read(cells);
        return cells.complete(() -> row);
    }

    @Override
    public List<Object> key(PolicyRow row) {
        return List.of(row.command().policyNo());
    }

    @Override
    public UUID aggregate(PolicyRow row) {
        return row.policyId();
    }

    @Override
    public Comparison<PolicyRow> comparison() {
        return new PolicyComparison(policies, companies);
    }

    @Override
    public void carryOut(PolicyRow row, RowCommands commands) {
        commands.asStarter("draft", () -> desk.draft(row.command()));
    }

    @Override
    public List<Optional<RuntimeException>> carryOutAll(List<PolicyRow> rows, Comparison<PolicyRow> comparison) {
        insurers.get(Own.insurer());
        var refused = new HashMap<UUID, RuntimeException>();
        var drafts = new ArrayList<Policy>(rows.size());
        for (var row : rows) {
            try {
                drafts.add(((PolicyComparison) comparison).drafted(row));
            } catch (Refusal | NotFound broken) {
                refused.put(row.policyId(), broken);
            }
        }
        refused.putAll(policies.addAll(drafts));
        return rows.stream()
                .map(row -> Optional.ofNullable(refused.get(row.policyId())))
                .toList();
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        new PolicyPages(policies, companies)
                .forEach((policy, uscc) -> rows.accept(PolicyRow.cells(policy.getContract(), uscc)));
    }
}
