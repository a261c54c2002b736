package io.fangwei.kernel.deadlines;

/**
 * The length of one clock in a rule pack.
 *
 * @param binding false where the source only says "in time" and the length is a target that an insurer may adopt (AMB-05)
 */
public record ClockRule(String rule, int length, DayUnit unit, boolean binding) {

    public ClockRule {
        if (length < 0 || length == 0 && unit == DayUnit.WORKING_DAYS) {
            throw new IllegalArgumentException(rule + " has no length: " + length);
        }
    }
}
