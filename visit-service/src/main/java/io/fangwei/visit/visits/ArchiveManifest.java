package io.fangwei.visit.visits;

import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of what was archived of a visit, each part with its hash (D8, CD-5.3.4.2). */
public record ArchiveManifest(LocalDate on, List<Part> parts, String hash) {

    /**
     * One part.
     *
     * @param hash none for a part that is missing
     * @param justification why it is missing
     */
    public record Part(
            ArchiveKind kind,
            @Nullable String hash,
            @Nullable String justification) {

        boolean isMissing() {
            return justification != null;
        }
    }

    public ArchiveManifest {
        parts = List.copyOf(parts);
    }

    /**
     * Lists the parts that are there and those whose absence is justified; refuses any other absence.
     *
     * @param contents the texts of every part that exists
     * @param hashing makes one hash of several texts
     */
    static ArchiveManifest of(
            Map<ArchiveKind, List<String>> contents,
            List<Missing> justified,
            Function<List<String>, String> hashing,
            LocalDate today) {
        var reasons = justified.stream()
                .collect(Collectors.toMap(Missing::kind, Missing::justification, (first, second) -> first));
        var absent = new ArrayList<ArchiveKind>();
        var parts = new ArrayList<Part>();
        for (var kind : ArchiveKind.values()) {
            var content = contents.get(kind);
            var reason = reasons.get(kind);
            if (content == null && reason == null) {
                absent.add(kind);
            }
            parts.add(new Part(kind, content == null ? null : hashing.apply(content), reason));
        }
        VisitRule.ARCHIVE_INCOMPLETE.require(absent.isEmpty(), absent);
        return new ArchiveManifest(today, parts, hashing.apply(texts(parts)));
    }

    static Map<ArchiveKind, List<String>> contents() {
        return new EnumMap<>(ArchiveKind.class);
    }

    boolean isComplete() {
        return parts.stream().noneMatch(Part::isMissing);
    }

    List<ArchiveKind> missingKinds() {
        return parts.stream().filter(Part::isMissing).map(Part::kind).toList();
    }

    private static List<String> texts(List<Part> parts) {
        return parts.stream()
                .map(part -> part.kind() + "=" + Objects.requireNonNullElse(part.hash(), "-"))
                .toList();
    }
}
