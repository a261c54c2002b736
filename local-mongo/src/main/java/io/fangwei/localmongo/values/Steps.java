package io.fangwei.localmongo.values;

/** The steps of a path with dots. */
public final class Steps {

    private Steps() {}

    /** The place that a step names; -1 if it is no number. */
    public static int place(String step) {
        if (step.isEmpty() || step.length() > 9 || step.length() > 1 && step.charAt(0) == '0') {
            return -1;
        }
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(step);
    }
}
