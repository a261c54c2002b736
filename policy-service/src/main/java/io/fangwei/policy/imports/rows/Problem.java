package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.problems.Rule;
import io.fangwei.policy.imports.RowProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was thrown at a row, as a problem of the row. */
public final class Problem {

    private Problem() {}

    public static RowProblem of(Refusal refused) {
        return of(refused.rule(), refused.arguments());
    }

    /** Empty if what was thrown says nothing about the row. */
    public static Optional<RowProblem> of(RuntimeException thrown) {
        if (thrown instanceof Refusal refused) {
            return Optional.of(of(refused));
        }
        if (thrown instanceof NotFound) {
            return Optional.of(of(KernelRule.NOT_FOUND));
        }
        if (thrown instanceof Failure failure && failure.status().is4xxClientError()) {
            return Optional.of(of(failure.rule(), failure.arguments()));
        }
        return Optional.empty();
    }

    private static RowProblem of(Rule rule, Object... arguments) {
        List<String> said = Stream.of(arguments).map(String::valueOf).toList();
        return new RowProblem(null, rule.code(), said);
    }
}
