package io.fangwei.policy.imports;

/**
 * What has been carried out so far.
 *
 * @param applied rows carried out
 * @param known rows of which everything was there already
 * @param refused rows that passed the check and were refused all the same: the world had moved on
 * @param skipped rows that did not pass the check
 */
public record Done(int applied, int known, int refused, int skipped) {

    public static final Done NOTHING = new Done(0, 0, 0, 0);

    public Done plus(Done more) {
        return new Done(applied + more.applied, known + more.known, refused + more.refused, skipped + more.skipped);
    }

    public int rows() {
        return applied + known + refused + skipped;
    }
}
