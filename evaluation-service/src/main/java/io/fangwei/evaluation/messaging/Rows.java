package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.evaluation.findings.FindingRow;
import io.fangwei.evaluation.scores.FactRow;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.scoring.ScoringRule;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Writes observations down: each is a fact; where a rule was broken it is a finding, too. */
@Component
class Rows {

    private final ScoringModel model;

    Rows(ScoringModel model) {
        this.model = model;
    }

    /** Where observations of one event concern the same row, the one that weighs more is written. */
    List<Upsert> of(Heard heard, Stream<Observation> observations) {
        var facts = new LinkedHashMap<String, Upsert>();
        var findings = new LinkedHashMap<String, Upsert>();
        observations
                .sorted(Comparator.comparing(Rows::isAssisted).thenComparing(Rows::due))
                .forEach(seen -> {
                    var fact = facts.computeIfAbsent(
                            factId(seen, seen.year()),
                            id -> fact(id, heard, seen).set(FactRow.YEAR, seen.year()));
                    seen.ground().ifPresent(ground -> fact.set(FactRow.GROUNDS + ground, true));
                    if (seen.verdict() != null) {
                        var finding =
                                findings.computeIfAbsent(id(seen), id -> broken(finding(id, heard, seen), heard, seen));
                        seen.ground().ifPresent(ground -> grounded(finding, ground, heard, seen));
                    }
                });
        return Stream.of(facts, findings)
                .map(Map::values)
                .flatMap(rows -> rows.stream())
                .toList();
    }

    /** The rule is broken as it is known now, whatever was known before. */
    List<Upsert> broken(Heard heard, Observation seen) {
        var factAndFinding = of(heard, Stream.of(seen));
        factAndFinding.get(1).with("$unset", FindingRow.WITHDRAWN, "");
        return factAndFinding;
    }

    /** The rule was kept after all: a finding that there may be has lost its ground. */
    List<Upsert> kept(Heard heard, Observation seen) {
        var finding = withdrawn(heard, seen);
        seen.ground().ifPresent(ground -> finding.remove(FindingRow.GROUNDS + ground));
        return Stream.concat(of(heard, Stream.of(seen)).stream(), Stream.of(finding))
                .toList();
    }

    /** The finding has lost its ground by what this event tells. */
    Upsert withdrawn(Heard heard, Observation seen) {
        return finding(id(seen), heard, seen).set(FindingRow.WITHDRAWN, withdrawal(heard));
    }

    static Document withdrawal(Heard heard) {
        return new Document(FindingRow.EVENT, heard.event().id())
                .append(FindingRow.TYPE, heard.event().type());
    }

    static Upsert fact(String id, Heard heard, Observation seen) {
        return Upsert.of(FactRow.COLLECTION, id, heard.event())
                .setOnInsert(FactRow.RULE, seen.rule())
                .setOnInsert(FactRow.INSURER, insurer(heard));
    }

    Upsert finding(String id, Heard heard, Observation seen) {
        var row = Upsert.of(FindingRow.COLLECTION, id, heard.event())
                .setOnInsert(FindingRow.RULE, seen.rule())
                .setOnInsert(
                        FindingRow.INDICATOR, model.indicatorOf(seen.rule()).code())
                .setOnInsert(FindingRow.INSURER, insurer(heard))
                .setOnInsert(FindingRow.CASE, seen.caseKey())
                .setOnInsert(FindingRow.SUBJECT_KIND, seen.subjectKind())
                .setOnInsert(FindingRow.SUBJECT, seen.subject());
        heard.find("companyId").ifPresent(company -> row.setOnInsert(FindingRow.COMPANY, UUID.fromString(company)));
        heard.find("area").ifPresent(area -> row.setOnInsert(FindingRow.AREA, area));
        return row;
    }

    private Upsert broken(Upsert row, Heard heard, Observation seen) {
        row.with("$min", FindingRow.BASIS, basis(heard, seen));
        ended(row, seen);
        return row;
    }

    /** What the clock says is kept beside what others say, and brings back a finding that was withdrawn. */
    private void grounded(Upsert row, String ground, Heard heard, Observation seen) {
        row.with("$min", FindingRow.GROUNDS + ground, basis(heard, seen)).with("$unset", FindingRow.WITHDRAWN, "");
        if (seen.doubtful()) {
            row.set(FindingRow.DOUBTS + ground, true);
        }
    }

    static void ended(Upsert row, Observation seen) {
        if (seen.clock() != null && seen.clock().endedOn() != null) {
            row.with("$max", FindingRow.ENDED_ON, seen.clock().endedOn().toString());
        }
    }

    Document basis(Heard heard, Observation seen) {
        var clock = seen.clock();
        return new Document(FindingRow.RANK, 0)
                .append(FindingRow.ASSISTED, isAssisted(seen) || !isCounted(seen.rule()))
                .append(FindingRow.DUE, clock == null ? null : clock.due().toString())
                .append(FindingRow.AT, Date.from(heard.event().time()))
                .append(FindingRow.SEQUENCE, heard.event().sequence())
                .append(FindingRow.YEAR, seen.year())
                .append(FindingRow.CLOCK, clock == null ? null : clock.rule())
                .append(FindingRow.EVENT, heard.event().id())
                .append(FindingRow.TYPE, heard.event().type())
                .append(FindingRow.ON, heard.on().toString());
    }

    /** Only cases of rules that the model lets the system count take points by themselves. */
    private boolean isCounted(String rule) {
        return model.rule(rule).input() == ScoringRule.Input.AUTO;
    }

    private static boolean isAssisted(Observation seen) {
        return seen.verdict() == Mode.ASSISTED;
    }

    private static String due(Observation seen) {
        return seen.clock() == null ? "" : Objects.toString(seen.clock().due());
    }

    private static UUID insurer(Heard heard) {
        return heard.id("insurerId");
    }

    static String factId(Observation seen, int year) {
        return id(seen) + ":" + year;
    }

    static String id(Observation seen) {
        return seen.rule() + ":" + seen.caseKey();
    }
}
