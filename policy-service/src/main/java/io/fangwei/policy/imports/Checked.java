package io.fangwei.policy.imports;

/**
 * What the check has found so far.
 *
 * @param fresh rows that would be carried out
 * @param known rows of which everything is there already
 * @param faulty rows that do not pass
 */
public record Checked(int fresh, int known, int faulty) {

    public static final Checked NOTHING = new Checked(0, 0, 0);

    public Checked plus(Checked more) {
        return new Checked(fresh + more.fresh, known + more.known, faulty + more.faulty);
    }

    public int rows() {
        return fresh + known + faulty;
    }
}
