package io.fangwei.policy.imports.run;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.imports.Checked;
import io.fangwei.policy.imports.FaultyRow;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.RowProblem;
import io.fangwei.policy.imports.rows.Problem;
import io.fangwei.policy.imports.rows.ReadRow;
import io.fangwei.policy.imports.rows.RowKind;
import io.fangwei.policy.imports.rows.RowKind.Comparison;
import io.fangwei.policy.rules.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One look through a file: what each row would do if it were carried out now. Nothing is carried out. */
final class Check<R> {

    private final RowKind<R> kind;
    private final Command looking;
    private final Comparison<R> comparison;
    private final Map<UUID, Integer> seen = new HashMap<>();
    private Checked checked = Checked.NOTHING;

    Check(ImportJob job, RowKind<R> kind) {
        this.kind = kind;
        this.comparison = kind.comparison();
        var by = new Caller(
                job.getFile().by(), java.util.Set.of(Role.IM), job.getInsurerId(), null, null, null, List.of());
        this.looking = new Command(by, Role.IM, "check:" + job.getImportId(), "", OptionalLong.empty());
    }

    Checked checked() {
        return checked;
    }

    /** The rows among these that do not pass. */
    List<FaultyRow> look(List<ReadRow<R>> rows) {
        return CurrentCommand.as(looking, () -> {
            comparison.lookUp(
                    rows.stream().flatMap(row -> row.content().stream()).toList());
            var faulty = new ArrayList<FaultyRow>();
            rows.forEach(row -> look(row).ifPresent(faulty::add));
            return faulty;
        });
    }

    private Optional<FaultyRow> look(ReadRow<R> row) {
        var problems = row.content().isEmpty()
                ? row.problems()
                : problem(row.number(), row.content().get()).stream().toList();
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        checked = checked.plus(new Checked(0, 0, 1));
        return Optional.of(new FaultyRow(row.number(), false, problems));
    }

    private Optional<RowProblem> problem(int number, R row) {
        var first = seen.putIfAbsent(Ids.of("row", kind.key(row).toArray()), number);
        try {
            PolicyRule.DUPLICATE_ROW.require(first == null, first);
            if (comparison.isKnown(row)) {
                checked = checked.plus(new Checked(0, 1, 0));
            } else {
                comparison.tryOut(row);
                checked = checked.plus(new Checked(1, 0, 0));
            }
            return Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of(Problem.of(thrown).orElseThrow(() -> thrown));
        }
    }
}
