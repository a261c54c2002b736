package io.fangwei.launcher.story;

import io.fangwei.kernel.caller.Role;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Who takes part: an insurer, a company that it insures, and an institution that serves the company.
 *
 * @param area of the company, and the only one in which the insurer works
 * @param staff numbers of the people of the institution
 * @param tokens of the people by their role; professionals are numbered from 0
 */
public record Parties(
        String licenceNo,
        String company,
        String institution,
        String area,
        List<String> staff,
        BiFunction<Role, Integer, String> tokens) {

    String token(Role role) {
        return tokens.apply(role, 0);
    }
}
