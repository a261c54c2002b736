package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The premium of one policy that came in, and what of it went back. */
record Premiums(List<PremiumReceipt> receipts, List<PremiumRefund> refunds) {

    /** Receipts, and as many refunds; monthly instalments over forty years need fewer. */
    static final int MOST = 500;

    Premiums {
        receipts = List.copyOf(receipts);
        refunds = List.copyOf(refunds);
    }

    boolean knows(PremiumReceipt receipt) {
        return receipts.stream().anyMatch(known -> known.receiptId().equals(receipt.receiptId()));
    }

    boolean knows(PremiumRefund refund) {
        return refunds.stream().anyMatch(known -> known.refundId().equals(refund.refundId()));
    }

    /** What came in and did not go back. */
    BigDecimal received() {
        var cameIn = receipts.stream().map(PremiumReceipt::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return refunds.stream().map(PremiumRefund::amount).reduce(cameIn, BigDecimal::subtract);
    }

    /** A new premium is not less than what was received of the old. */
    void requireCovered(BigDecimal agreed) {
        PolicyRule.PREMIUM_BELOW_RECEIVED.require(
                agreed.compareTo(received()) >= 0,
                agreed.toPlainString(),
                received().toPlainString());
    }

    /** Never more comes in than the premium agreed. */
    Premiums with(PremiumReceipt receipt, BigDecimal agreed, LocalDate today) {
        PolicyRule.TOO_MANY_RECEIPTS.require(receipts.size() < MOST, MOST);
        PolicyRule.RECEIVED_IN_FUTURE.require(!receipt.receivedOn().isAfter(today), receipt.receivedOn(), today);
        PolicyRule.PREMIUM_EXCEEDED.require(
                received().add(receipt.amount()).compareTo(agreed) <= 0,
                agreed.toPlainString(),
                received().toPlainString(),
                receipt.amount().toPlainString());
        return new Premiums(Stream.concat(receipts.stream(), Stream.of(receipt)).toList(), refunds);
    }

    /** Never more goes back than came in by the receipt. */
    Premiums with(PremiumRefund refund, LocalDate today) {
        var receipt = receiptOf(refund);
        PolicyRule.TOO_MANY_RECEIPTS.require(refunds.size() < MOST, MOST);
        PolicyRule.REFUND_OUT_OF_TIME.require(
                !refund.refundedOn().isBefore(receipt.receivedOn())
                        && !refund.refundedOn().isAfter(today),
                refund.refundedOn(),
                receipt.receivedOn(),
                today);
        var left = receipt.amount().subtract(refundedOf(receipt.receiptId()));
        PolicyRule.REFUND_EXCEEDS_RECEIPT.require(
                refund.amount().compareTo(left) <= 0,
                left.toPlainString(),
                refund.amount().toPlainString());
        return new Premiums(
                receipts, Stream.concat(refunds.stream(), Stream.of(refund)).toList());
    }

    PremiumReceipt receiptOf(PremiumRefund refund) {
        return receipts.stream()
                .filter(known -> known.receiptId().equals(refund.receiptId()))
                .findFirst()
                .orElseThrow(() -> PolicyRule.RECEIPT_UNKNOWN.broken(refund.receiptId()));
    }

    private BigDecimal refundedOf(UUID receiptId) {
        return refunds.stream()
                .filter(refund -> refund.receiptId().equals(receiptId))
                .map(PremiumRefund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
