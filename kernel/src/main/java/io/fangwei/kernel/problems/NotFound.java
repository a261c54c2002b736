package io.fangwei.kernel.problems;

/** There is no such thing, or none that the caller may see: 404. */
public class NotFound extends RuntimeException {

    public NotFound(String kind, Object id) {
        super("There is no " + kind + " " + id);
    }
}
