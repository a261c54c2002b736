package io.fangwei.launcher.roles;

import io.fangwei.launcher.story.Answer;
import java.util.Set;

/** What an endpoint answers a role: as it stands in a cell of the table, and as it was seen. */
final class Verdict {

    static final String ALLOWED = "ok";
    static final String EMPTY = "[]";

    /** There is nothing foreign to name in such a request. */
    static final String NO_CASE = "-";

    /** Refusals which say that what was named is not the caller's. */
    private static final Set<String> OF_SCOPE = Set.of(
            "policy-not-active",
            "policy-unknown",
            "policy-of-another-company",
            "member-unknown",
            "member-not-in-team",
            "party-unknown",
            "company-unknown",
            "company-not-yours",
            "visit-unknown",
            "officer-not-active",
            "not-escalated-to-you",
            "source-not-yours");

    private Verdict() {}

    /**
     * A refusal by a rule of the business means that the role may ask; 412 that somebody else was quicker; 410 that the
     * caller must begin anew.
     */
    static String of(Answer answer) {
        return switch (answer.status()) {
            case 200, 201, 202, 410, 412 -> ALLOWED;
            case 409 -> OF_SCOPE.contains(answer.text("/rule")) ? "409" : ALLOWED;
            case 401, 403, 404 -> Integer.toString(answer.status());
            default -> answer.status() + " " + answer.body();
        };
    }

    /** What a role gets with its own data and with that of others. */
    record Cell(String own, String foreign) {

        static Cell parse(String text) {
            var both = text.split("/");
            return new Cell(both[0], both.length == 1 ? both[0] : both[1]);
        }

        @Override
        public String toString() {
            return own.equals(foreign) ? own : own + "/" + foreign;
        }
    }
}
