package io.fangwei.kernel.problems;

import java.util.Arrays;

/** The domain says no: 409 with the rule's name; nothing has changed. */
public class Refusal extends RuntimeException {

    private final transient Rule rule;
    private final transient Object[] arguments;

    public Refusal(Rule rule, Object... arguments) {
        super(rule.code() + " " + Arrays.toString(arguments));
        this.rule = rule;
        this.arguments = arguments.clone();
    }

    public Rule rule() {
        return rule;
    }

    /** What the text of the rule says of this case. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
