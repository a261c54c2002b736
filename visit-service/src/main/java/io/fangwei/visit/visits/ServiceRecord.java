package io.fangwei.visit.visits;

import io.fangwei.visit.items.RecordForm;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the group writes down of a service (CD-5.3.3a, requirements section 4.3).
 *
 * @param attempt 1 for the first submission, one more for each after a return
 */
public record ServiceRecord(
        int attempt,
        LocalDate submittedOn,
        String submittedBy,
        String summary,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String place,
        List<String> deliverables,
        Map<String, String> typeFields) {

    public ServiceRecord {
        deliverables = List.copyOf(deliverables);
        typeFields = Map.copyOf(typeFields);
    }

    static ServiceRecord of(SubmitRecord command, RecordForm form, int attempt, LocalDate today, String submittedBy) {
        var missing = new ArrayList<>(form.missingIn(command.typeFields()));
        if (command.deliverables().isEmpty()) {
            missing.add("deliverables");
        }
        VisitRule.RECORD_INCOMPLETE.require(missing.isEmpty(), missing);
        VisitRule.RECORD_TIMES_REVERSED.require(inOrder(command.startedAt(), command.endedAt()));
        return new ServiceRecord(
                attempt,
                today,
                submittedBy,
                command.summary(),
                command.startedAt(),
                command.endedAt(),
                command.place(),
                command.deliverables(),
                command.typeFields());
    }

    private static boolean inOrder(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || !to.isBefore(from);
    }

    /** Everything it says, in an order that never changes. */
    List<String> texts() {
        var texts = new ArrayList<>(List.of(
                String.valueOf(attempt),
                submittedOn.toString(),
                submittedBy,
                summary,
                String.valueOf(startedAt),
                String.valueOf(endedAt),
                place));
        texts.addAll(deliverables);
        new TreeMap<>(typeFields).forEach((field, value) -> {
            texts.add(field);
            texts.add(value);
        });
        return texts;
    }
}
