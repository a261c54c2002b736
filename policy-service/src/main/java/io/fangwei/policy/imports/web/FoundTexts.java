package io.fangwei.policy.imports.web;

import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Rule;
import io.fangwei.kernel.problems.Texts;
import io.fangwei.policy.imports.FaultyRow;
import io.fangwei.policy.imports.RowProblem;
import io.fangwei.policy.imports.web.FaultyRowView.Found;
import io.fangwei.policy.rules.PolicyRule;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was found in rows, said in the reader's language. */
@Component
class FoundTexts {

    private static final Map<String, Rule> RULES = Stream.<Rule>concat(
                    Stream.of(PolicyRule.values()), Stream.of(KernelRule.values()))
            .collect(Collectors.toMap(Rule::code, Function.identity(), (own, kernel) -> own));

    private final Texts texts;

    FoundTexts(Texts texts) {
        this.texts = texts;
    }

    FaultyRowView of(FaultyRow row, Locale reader) {
        return new FaultyRowView(
                row.row(),
                row.refused(),
                row.problems().stream().map(problem -> found(problem, reader)).toList());
    }

    private Found found(RowProblem problem, Locale reader) {
        var rule = RULES.get(problem.rule());
        var text = rule == null
                ? problem.rule()
                : texts.of(rule, reader, problem.arguments().toArray());
        return new Found(problem.column(), problem.rule(), text);
    }
}
