package io.fangwei.policy.imports.run;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Hashes;
import io.fangwei.policy.imports.Done;
import io.fangwei.policy.imports.FaultyRow;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.rows.BulkKind;
import io.fangwei.policy.imports.rows.Problem;
import io.fangwei.policy.imports.rows.ReadRow;
import io.fangwei.policy.imports.rows.RowCommands;
import io.fangwei.policy.imports.rows.RowKind;
import io.fangwei.policy.imports.rows.RowKind.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries rows out, those of different aggregates side by side. The mark of what a row does derives from its business
 * key, so that a second file, a second run or a second instance changes nothing (D11).
 */
final class Carrying<R> {

    /** What became of some rows. */
    record Outcome(Done done, List<FaultyRow> refused) {

        private static final Outcome NOTHING = new Outcome(Done.NOTHING, List.of());

        private Outcome plus(Outcome more) {
            var all = new ArrayList<>(refused);
            all.addAll(more.refused);
            return new Outcome(done.plus(more.done), all);
        }
    }

    /** So many rows are one write where a kind allows it. */
    private static final int AT_ONCE = 250;

    private static final Outcome APPLIED = new Outcome(new Done(1, 0, 0, 0), List.of());
    private static final Outcome KNOWN = new Outcome(new Done(0, 1, 0, 0), List.of());
    private static final Outcome SKIPPED = new Outcome(new Done(0, 0, 0, 1), List.of());

    private final ImportJob job;
    private final RowKind<R> kind;
    private final Comparison<R> comparison;
    private final ExecutorService hands;
    private final int side;
    private final Caller starter;
    private final Caller drafter;

    /** @param side how many hands there are */
    Carrying(ImportJob job, RowKind<R> kind, ExecutorService hands, int side) {
        this.job = job;
        this.kind = kind;
        this.comparison = kind.comparison();
        this.hands = hands;
        this.side = side;
        this.starter = manager(Objects.requireNonNull(job.getStartedBy()));
        this.drafter = manager(job.getFile().by());
    }

    /** @param skipped numbers of the rows that did not pass the check */
    Outcome carryOut(List<ReadRow<R>> rows, Set<Integer> skipped) {
        var ready = rows.stream()
                .filter(row -> row.content().isPresent() && !skipped.contains(row.number()))
                .toList();
        var outcome = repeated(SKIPPED, rows.size() - ready.size());
        as(starter, "look", "", () -> {
            comparison.lookUp(ready.stream().map(Carrying::content).toList());
            return ready;
        });
        for (var done : all(kind instanceof BulkKind<R> bulk ? together(bulk, ready) : oneByOne(ready))) {
            outcome = outcome.plus(done);
        }
        return outcome;
    }

    private List<Callable<Outcome>> oneByOne(List<ReadRow<R>> ready) {
        var heaps = ready.stream()
                .collect(Collectors.groupingBy(
                        row -> Math.floorMod(aggregate(row).hashCode(), side)));
        return heaps.values().stream()
                .<Callable<Outcome>>map(heap -> () -> inTurn(heap))
                .toList();
    }

    private List<Callable<Outcome>> together(BulkKind<R> bulk, List<ReadRow<R>> ready) {
        var tasks = new ArrayList<Callable<Outcome>>();
        for (int from = 0; from < ready.size(); from += AT_ONCE) {
            var heap = ready.subList(from, Math.min(from + AT_ONCE, ready.size()));
            tasks.add(() -> inOneWrite(bulk, heap));
        }
        return tasks;
    }

    /** Known rows aside, in one write. */
    private Outcome inOneWrite(BulkKind<R> bulk, List<ReadRow<R>> heap) {
        return as(starter, mark(List.of()), "", () -> {
            var outcome = Outcome.NOTHING;
            var fresh = new ArrayList<ReadRow<R>>(heap.size());
            for (var row : heap) {
                try {
                    if (comparison.isKnown(content(row))) {
                        outcome = outcome.plus(KNOWN);
                    } else {
                        fresh.add(row);
                    }
                } catch (RuntimeException thrown) {
                    outcome = outcome.plus(refused(row, thrown));
                }
            }
            var results = bulk.carryOutAll(fresh.stream().map(Carrying::content).toList(), comparison);
            for (int at = 0; at < fresh.size(); at++) {
                var row = fresh.get(at);
                outcome = outcome.plus(
                        results.get(at).map(thrown -> refused(row, thrown)).orElse(APPLIED));
            }
            return outcome;
        });
    }

    private java.util.UUID aggregate(ReadRow<R> row) {
        return as(starter, "look", "", () -> kind.aggregate(content(row)));
    }

    private Outcome inTurn(List<ReadRow<R>> heap) {
        return heap.stream().map(this::one).reduce(Outcome.NOTHING, Outcome::plus);
    }

    private Outcome one(ReadRow<R> row) {
        try {
            return as(starter, "look", "", () -> comparison.isKnown(content(row))) ? KNOWN : applied(content(row));
        } catch (RuntimeException thrown) {
            return refused(row, thrown);
        }
    }

    private static Outcome refused(ReadRow<?> row, RuntimeException thrown) {
        var problem = Problem.of(thrown).orElseThrow(() -> thrown);
        return new Outcome(new Done(0, 0, 1, 0), List.of(new FaultyRow(row.number(), true, List.of(problem))));
    }

    /** The same for every file, run and instance. */
    private String mark(List<Object> key) {
        var mark = new ArrayList<Object>(List.of("import", kind.kind().name(), job.getInsurerId()));
        mark.addAll(key);
        return Hashes.hex(mark);
    }

    private Outcome applied(R row) {
        var key = as(starter, "look", "", () -> kind.key(row));
        var mark = mark(key);
        var body = Hashes.hex(List.of(row.toString()));
        var commands = new RowCommands() {
            @Override
            public <T> T asStarter(String step, Supplier<T> work) {
                return as(starter, mark + ":" + step, body, work);
            }

            @Override
            public <T> T asDrafter(String step, Supplier<T> work) {
                return as(drafter, mark + ":" + step, body, work);
            }
        };
        return as(starter, "look", "", () -> {
            kind.carryOut(row, commands);
            return APPLIED;
        });
    }

    private List<Outcome> all(List<Callable<Outcome>> tasks) {
        try {
            var outcomes = new ArrayList<Outcome>();
            for (var task : hands.invokeAll(tasks)) {
                outcomes.add(task.get());
            }
            return outcomes;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private static <R> R content(ReadRow<R> row) {
        return row.content().orElseThrow();
    }

    private static Outcome repeated(Outcome one, int times) {
        return new Outcome(new Done(0, 0, 0, times * one.done.skipped()), List.of());
    }

    private Caller manager(String subject) {
        return new Caller(subject, Set.of(Role.IM), job.getInsurerId(), null, null, null, List.of());
    }

    private static <T> T as(Caller caller, String mark, String body, Supplier<T> work) {
        return CurrentCommand.as(new Command(caller, Role.IM, mark, body, OptionalLong.empty()), work);
    }
}
