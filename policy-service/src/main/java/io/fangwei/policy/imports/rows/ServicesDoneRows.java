package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementCommand.RecordEarlierService;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.entitlements.Entitlements;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLive;
import io.fangwei.policy.golive.GoLiveEvent;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Each row says how often one service had been rendered for a policy before visits were recorded here; each time counts in
 * what the policy grants.
 */
@Component
final class ServicesDoneRows implements RowKind<ServicesDoneRow> {

    private static final Map<String, ServiceItemType> ITEMS = items();

    private final Policies policies;
    private final Companies companies;
    private final GoLive goLive;
    private final EntitlementDesk entitlements;
    private final Entitlements entitled;
    private final Clock clock;

    ServicesDoneRows(
            Policies policies,
            Companies companies,
            GoLive goLive,
            EntitlementDesk entitlements,
            Entitlements entitled,
            Clock clock) {
        this.policies = policies;
        this.companies = companies;
        this.goLive = goLive;
        this.entitlements = entitlements;
        this.entitled = entitled;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SERVICES_DONE;
    }

    @Override
    public Optional<ServicesDoneRow> read(Cells cells) {
        var policyNo = cells.code("policyNo");
        var item = cells.choice("item", ITEMS);
        var times = cells.count("times");
        var lastOn = cells.date("lastOn");
        var proofNo = cells.code("proofNo");
        var proofHash = Codes.sha256(cells, "proofHash");
        return cells.complete(() -> new ServicesDoneRow(policyNo, item, times, lastOn, proofNo, proofHash));
    }

    @Override
    public List<Object> key(ServicesDoneRow row) {
        return List.of(row.policyNo(), row.item());
    }

    @Override
    public UUID aggregate(ServicesDoneRow row) {
        return row.recordId();
    }

    @Override
    public Comparison<ServicesDoneRow> comparison() {
        return new Comparison<>() {

            private final Map<UUID, BroughtIn> there = new HashMap<>();
            private final Map<UUID, Policy> insured = new HashMap<>();

            @Override
            public void lookUp(List<ServicesDoneRow> rows) {
                there.clear();
                there.putAll(goLive.findAll(
                        rows.stream().map(ServicesDoneRow::recordId).toList()));
                insured.clear();
                insured.putAll(policies.findAll(
                        rows.stream().map(ServicesDoneRow::policyId).distinct().toList()));
            }

            @Override
            public boolean isKnown(ServicesDoneRow row) {
                var marker = there.get(row.recordId());
                if (marker == null) {
                    return false;
                }
                PolicyRule.KNOWN_DIFFERENTLY.require(
                        row.times().equals(marker.getTimes())
                                && row.lastOn().equals(marker.getLastOn())
                                && row.proofNo().equals(marker.getProofNo())
                                && row.proofHash().equals(marker.getProofHash()),
                        row.policyNo());
                return true;
            }

            @Override
            public void tryOut(ServicesDoneRow row) {
                var policy = insured.get(row.policyId());
                if (policy == null) {
                    throw PolicyRule.POLICY_UNKNOWN.broken(row.policyNo());
                }
                told(marker(row, policy), row, policy);
            }
        };
    }

    @Override
    public void carryOut(ServicesDoneRow row, RowCommands commands) {
        var policy = policies.get(row.policyId());
        var marker = marker(row, policy);
        var events = told(marker, row, policy);
        requireGranted(row);
        var service = new RecordEarlierService(row.item(), row.lastOn(), row.proofNo(), row.proofHash());
        for (int time = 1; time <= row.times(); time++) {
            commands.asStarter("service:" + time, () -> entitlements.recordEarlier(row.policyId(), service));
        }
        commands.asStarter("mark", () -> goLive.add(marker, events));
    }

    private static List<GoLiveEvent> told(BroughtIn marker, ServicesDoneRow row, Policy policy) {
        return marker.asServices(policy, row.item(), row.times(), row.lastOn(), row.proofHash());
    }

    /** What an active policy grants follows its activation; until it has, the row is not refused but waits. */
    private void requireGranted(ServicesDoneRow row) {
        var granted = entitled.find(row.policyId()).map(Entitlement::getFrom);
        if (granted.isEmpty()) {
            throw new NotGrantedYet(row.policyNo());
        }
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        new PolicyPages(policies, companies)
                .forEach((policy, uscc) -> markers(policy)
                        .forEach(marker -> rows.accept(Map.of(
                                "policyNo", policy.getContract().policyNo(),
                                "item", Codes.nameOf(Objects.requireNonNull(marker.getItem()), ITEMS),
                                "times", String.valueOf(marker.getTimes()),
                                "lastOn", String.valueOf(marker.getLastOn()),
                                "proofNo", marker.getProofNo(),
                                "proofHash", Objects.requireNonNullElse(marker.getProofHash(), "")))));
    }

    private List<BroughtIn> markers(Policy policy) {
        var ids = ITEMS.values().stream()
                .map(item -> Ids.of("services-done", policy.getPolicyId(), item))
                .toList();
        var found = goLive.findAll(ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private BroughtIn marker(ServicesDoneRow row, Policy policy) {
        return BroughtIn.of(row.recordId(), policy, row.proofNo(), LocalDate.now(clock));
    }

    private static Map<String, ServiceItemType> items() {
        var names = new LinkedHashMap<String, ServiceItemType>();
        Columns.of(ImportKind.POLICIES).stream()
                .filter(column -> column.key().startsWith("term."))
                .forEach(column -> names.put(
                        column.title(), ServiceItemType.valueOf(column.key().substring("term.".length()))));
        return names;
    }
}
