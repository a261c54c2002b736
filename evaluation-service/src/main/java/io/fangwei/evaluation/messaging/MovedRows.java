package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.FindingRow;
import io.fangwei.evaluation.scores.FactRow;
import io.fangwei.kernel.listening.Upsert;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Corrects the rows of clocks that another calendar has moved: they follow from the grounds that are left. */
@Component
class MovedRows {

    private final Rows rows;

    MovedRows(Rows rows) {
        this.rows = rows;
    }

    List<Upsert> of(Heard heard, Stream<MovedClock> clocks) {
        var moved = clocks.toList();
        return Stream.concat(factsOf(heard, moved), findingsOf(heard, moved)).toList();
    }

    private static Stream<Upsert> factsOf(Heard heard, List<MovedClock> clocks) {
        var all = new LinkedHashMap<String, Upsert>();
        var added = new HashSet<String>();
        for (var clock : clocks) {
            var seen = clock.seen();
            if (clock.hasEnded()) {
                var id = Rows.factId(seen, seen.year());
                added.add(id);
                all.computeIfAbsent(id, fresh -> Rows.fact(fresh, heard, seen))
                        .set(FactRow.GROUNDS + "." + clock.key(), true);
            }
            if (!clock.hasEnded() || clock.wasIn() != seen.year()) {
                all.computeIfAbsent(Rows.factId(seen, clock.wasIn()), fresh -> Rows.fact(fresh, heard, seen))
                        .remove(FactRow.GROUNDS + "." + clock.key());
            }
        }
        all.forEach((id, row) -> {
            var year = Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
            row.derive(FactRow.YEAR, Grounds.ifAny(FactRow.GROUNDS, year, Grounds.NOTHING));
            if (!added.contains(id)) {
                row.onlyIfKnown();
            }
        });
        return all.values().stream();
    }

    private Stream<Upsert> findingsOf(Heard heard, List<MovedClock> clocks) {
        var all = new LinkedHashMap<String, Upsert>();
        var broken = new HashSet<String>();
        for (var clock : clocks) {
            var seen = clock.seen();
            var row = all.computeIfAbsent(Rows.id(seen), id -> rows.finding(id, heard, seen));
            var ground = FindingRow.GROUNDS + "." + clock.key();
            if (clock.isBroken()) {
                broken.add(Rows.id(seen));
                row.set(ground, rows.basis(heard, seen));
                Rows.ended(row, seen);
            } else if (clock.hasEnded()) {
                row.derive(
                        ground,
                        Grounds.ifTrue(
                                FindingRow.DOUBTS + "." + clock.key(),
                                rows.basis(heard, clock.inDoubt()),
                                Grounds.NOTHING));
            } else {
                row.remove(ground);
            }
        }
        all.forEach((id, row) -> {
            row.derive(FindingRow.BASIS, Grounds.smallest(FindingRow.GROUNDS, FindingRow.BASIS, FindingRow.RANK));
            row.derive(
                    FindingRow.WITHDRAWN, Grounds.ifAny(FindingRow.GROUNDS, Grounds.NOTHING, Rows.withdrawal(heard)));
            if (!broken.contains(id)) {
                row.onlyIfKnown();
            }
        });
        return all.values().stream();
    }
}
