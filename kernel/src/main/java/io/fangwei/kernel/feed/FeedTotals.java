package io.fangwei.kernel.feed;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has pulled up to the cursor should have.
 *
 * @param on the day on which these rows were changed last; all days if none
 * @param hashes the sum of the hashes of all rows, live or deleted, modulo 2^256, in 64 hexadecimal digits
 * @param settled false if rows were on the move while they were counted; then ask again
 */
record FeedTotals(
        String dataset,
        @Nullable LocalDate on,
        long rows,
        long deleted,
        String hashes,
        String cursor,
        boolean settled) {

    /** Adds up hashes. */
    static final class Sum {

        private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

        private BigInteger sum = BigInteger.ZERO;
        private long number;

        void add(String hash) {
            sum = sum.add(new BigInteger(hash, 16)).mod(MODULUS);
            number++;
        }

        long number() {
            return number;
        }

        String hex() {
            return "%064x".formatted(sum);
        }
    }
}
