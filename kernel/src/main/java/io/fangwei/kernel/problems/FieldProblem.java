package io.fangwei.kernel.problems;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field in the body, or name of the parameter
 * @param code stable name of what was broken, for example {@code NotBlank}
 */
public record FieldProblem(String field, String code, String message) {}
