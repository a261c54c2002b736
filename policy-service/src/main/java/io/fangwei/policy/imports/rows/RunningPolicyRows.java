package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLive;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.PolicyCommand.ActivatePolicy;
import io.fangwei.policy.policies.PolicyDesk;
import io.fangwei.policy.policies.PolicyStatus;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each row is a policy that was running before: drafted, disclosed, activated, and marked with its proof. */
@Component
final class RunningPolicyRows implements RowKind<RunningPolicyRow> {

    private static final String EXCEPTION = "GO_LIVE";

    private final PolicyDesk desk;
    private final Policies policies;
    private final Companies companies;
    private final GoLive goLive;
    private final Clock clock;

    RunningPolicyRows(PolicyDesk desk, Policies policies, Companies companies, GoLive goLive, Clock clock) {
        this.desk = desk;
        this.policies = policies;
        this.companies = companies;
        this.goLive = goLive;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RUNNING_POLICIES;
    }

    @Override
    public Optional<RunningPolicyRow> read(Cells cells) {
        var policy = PolicyRow.read(cells);
        var disclosedOn = cells.date("disclosedOn");
        var version = cells.code("disclosureVersion");
        var proofNo = cells.code("proofNo");
        return cells.complete(() -> new RunningPolicyRow(policy, disclosedOn, version, proofNo));
    }

    @Override
    public List<Object> key(RunningPolicyRow row) {
        return List.of(row.policy().command().policyNo());
    }

    @Override
    public UUID aggregate(RunningPolicyRow row) {
        return row.policy().policyId();
    }

    @Override
    public Comparison<RunningPolicyRow> comparison() {
        var drafts = new PolicyComparison(policies, companies);
        return new Comparison<>() {

            @Override
            public void lookUp(List<RunningPolicyRow> rows) {
                drafts.lookUp(rows.stream().map(RunningPolicyRow::policy).toList());
            }

            @Override
            public boolean isKnown(RunningPolicyRow row) {
                return drafts.isKnown(row.policy())
                        && drafts.policy(row.policy()).getStatus() != PolicyStatus.DRAFT
                        && drafts.policy(row.policy()).getStatus() != PolicyStatus.DISCLOSED;
            }

            @Override
            public void tryOut(RunningPolicyRow row) {
                drafts.tryOut(row.policy());
                requireRunning(row);
            }
        };
    }

    @Override
    public void carryOut(RunningPolicyRow row, RowCommands commands) {
        requireRunning(row);
        var policyId = row.policy().policyId();
        commands.asStarter("draft", () -> desk.draft(row.policy().command()));
        commands.asStarter(
                "disclose",
                () -> policies.change(
                        policyId,
                        policy -> policy.acknowledgeDisclosure(
                                new Disclosure(row.disclosedOn(), row.disclosureVersion(), "IM"))));
        var policy = commands.asStarter("activate", () -> desk.activate(policyId, new ActivatePolicy(EXCEPTION)));
        commands.asStarter("mark", () -> {
            var marker = BroughtIn.of(Ids.of("brought-in", policyId), policy, row.proofNo(), LocalDate.now(clock));
            return goLive.add(marker, marker.asPolicy(policy, row.disclosedOn()));
        });
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        new PolicyPages(policies, companies).forEach((policy, uscc) -> {
            var markerId = Ids.of("brought-in", policy.getPolicyId());
            var marker = goLive.findAll(List.of(markerId)).get(markerId);
            var disclosure = policy.getDisclosure();
            if (marker != null && disclosure != null) {
                var cells = PolicyRow.cells(policy.getContract(), uscc);
                cells.put("disclosedOn", disclosure.on().toString());
                cells.put("disclosureVersion", disclosure.version());
                cells.put("proofNo", marker.getProofNo());
                rows.accept(cells);
            }
        });
    }

    private void requireRunning(RunningPolicyRow row) {
        var today = LocalDate.now(clock);
        var command = row.policy().command();
        PolicyRule.POLICY_NOT_RUNNING.require(
                !command.from().isAfter(today)
                        && !command.to().isBefore(today)
                        && !row.disclosedOn().isAfter(today),
                command.policyNo(),
                today);
    }
}
