package io.fangwei.evaluation.scores;

/**
 * How often a rule was broken.
 *
 * @param cases that take points
 * @param candidates that a person has yet to confirm
 * @param population how many cases there could have been: what the rate is of (AMB-71)
 */
public record RuleTally(int cases, int candidates, int population) {

    static final RuleTally NOTHING = new RuleTally(0, 0, 0);

    boolean hasFacts() {
        return cases > 0 || population > 0;
    }
}
