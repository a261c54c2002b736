package io.fangwei.policy.imports.rows;

import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.insurers.AccrualRulebook;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.AccrualShare;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyCommand.ReceivePremium;
import io.fangwei.policy.policies.PolicyDesk;
import io.fangwei.policy.policies.PremiumReceipt;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each row is premium that came in for a policy, known by the number of its voucher. */
@Component
final class ReceiptRows implements RowKind<ReceiptRow> {

    /** So many policies are kept with what the rows before have brought them. */
    private static final int REMEMBERED = 5_000;

    private final PolicyDesk desk;
    private final Policies policies;
    private final Companies companies;
    private final Insurers insurers;
    private final AccrualRulebook rulebook;
    private final Clock clock;

    ReceiptRows(
            PolicyDesk desk,
            Policies policies,
            Companies companies,
            Insurers insurers,
            AccrualRulebook rulebook,
            Clock clock) {
        this.desk = desk;
        this.policies = policies;
        this.companies = companies;
        this.insurers = insurers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RECEIPTS;
    }

    @Override
    public Optional<ReceiptRow> read(Cells cells) {
        var policyNo = cells.code("policyNo");
        var amount = cells.money("amount");
        var receivedOn = cells.date("receivedOn");
        var voucherNo = cells.code("voucherNo");
        return cells.complete(() -> new ReceiptRow(policyNo, new ReceivePremium(amount, receivedOn, voucherNo)));
    }

    @Override
    public List<Object> key(ReceiptRow row) {
        return List.of(row.policyNo(), row.command().voucherNo());
    }

    @Override
    public UUID aggregate(ReceiptRow row) {
        return row.policyId();
    }

    @Override
    public Comparison<ReceiptRow> comparison() {
        return new Receipts();
    }

    @Override
    public void carryOut(ReceiptRow row, RowCommands commands) {
        commands.asStarter("receive", () -> desk.receive(row.policyId(), row.command()));
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        new PolicyPages(policies, companies)
                .forEach((policy, uscc) -> policy.getReceipts()
                        .forEach(receipt -> rows.accept(Map.of(
                                "policyNo", policy.getContract().policyNo(),
                                "amount", receipt.amount().toPlainString(),
                                "receivedOn", receipt.receivedOn().toString(),
                                "voucherNo", receipt.voucherNo()))));
    }

    private final class Receipts implements Comparison<ReceiptRow> {

        private final Map<UUID, Policy> there = new LinkedHashMap<>(16, 0.75f, true);

        @Override
        public void lookUp(List<ReceiptRow> rows) {
            var missing = rows.stream()
                    .map(ReceiptRow::policyId)
                    .distinct()
                    .filter(id -> !there.containsKey(id))
                    .toList();
            there.putAll(policies.findAll(missing));
            var oldest = there.keySet().iterator();
            for (int surplus = there.size() - REMEMBERED - rows.size(); surplus > 0; surplus--) {
                oldest.next();
                oldest.remove();
            }
        }

        @Override
        public boolean isKnown(ReceiptRow row) {
            var policy = there.get(row.policyId());
            var known = policy == null
                    ? Optional.<PremiumReceipt>empty()
                    : policy.getReceipts().stream()
                            .filter(one -> one.voucherNo().equals(row.command().voucherNo()))
                            .findFirst();
            known.ifPresent(receipt -> PolicyRule.KNOWN_DIFFERENTLY.require(
                    receipt.amount().compareTo(row.command().amount()) == 0
                            && receipt.receivedOn().equals(row.command().receivedOn()),
                    receipt.voucherNo()));
            return known.isPresent();
        }

        @Override
        public void tryOut(ReceiptRow row) {
            var policy = there.get(row.policyId());
            if (policy == null) {
                throw PolicyRule.POLICY_UNKNOWN.broken(row.policyNo());
            }
            var command = row.command();
            var year = command.receivedOn().getYear();
            var industry = policy.getRisk().industryCode();
            var rate = insurers.get(Own.insurer()).accrualRateOf(year, industry);
            var receipt = new PremiumReceipt(
                    UUID.randomUUID(),
                    command.amount(),
                    command.receivedOn(),
                    command.voucherNo(),
                    AccrualShare.within(rulebook.on(command.receivedOn()), rate, year, industry));
            policy.receive(receipt, LocalDate.now(clock));
        }
    }
}
