package io.fangwei.policy.budget;

import java.util.BitSet;

/** A set of entry numbers, one bit each, so that a pool stays small however long its ledger grows. */
public record EntryNumbers(byte[] bits) {

    public static EntryNumbers none() {
        return new EntryNumbers(new byte[0]);
    }

    public boolean contains(int number) {
        return BitSet.valueOf(bits).get(number);
    }

    public EntryNumbers with(int number) {
        var numbers = BitSet.valueOf(bits);
        numbers.set(number);
        return new EntryNumbers(numbers.toByteArray());
    }
}
