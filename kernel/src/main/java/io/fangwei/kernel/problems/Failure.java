package io.fangwei.kernel.problems;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A failure that is no business refusal and has a status of its own: missing header, stale version, backlog. */
public class Failure extends RuntimeException {

    private final HttpStatus status;
    private final transient Rule rule;
    private final transient Object[] arguments;
    private final String location;

    public Failure(HttpStatus status, Rule rule, Object... arguments) {
        this(status, rule, null, arguments);
    }

    private Failure(
            HttpStatus status, Rule rule, @org.jspecify.annotations.Nullable String location, Object[] arguments) {
        super(rule.code() + " " + Arrays.toString(arguments));
        this.status = status;
        this.rule = rule;
        this.arguments = arguments.clone();
        this.location = location == null ? "" : location;
    }

    /** The failure that also says where the thing in the way can be seen. */
    public static Failure at(String location, HttpStatus status, Rule rule, Object... arguments) {
        return new Failure(status, rule, location, arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public Rule rule() {
        return rule;
    }

    /** What the text of the rule says of this case. */
    public Object[] arguments() {
        return arguments.clone();
    }

    Optional<String> location() {
        return location.isEmpty() ? Optional.empty() : Optional.of(location);
    }
}
