package io.fangwei.kernel.tally;

import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.kernel.problems.Rule;
import io.fangwei.kernel.tally.TallyEvent.TallyCounted;
import io.fangwei.kernel.tally.TallyEvent.TallyOverdue;
import io.fangwei.kernel.tally.TallyEvent.TallyRenamed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts up to a hundred million, and may have a day by which it must be counted on. */
public final class Tally implements Watched {

    /** What a tally refuses. */
    public enum TallyRule implements Rule {
        TALLY_FULL
    }

    public static final int MOST = 100_000_000;

    private final UUID id;
    private final UUID insurerId;
    private String name;
    private long count;
    private @Nullable Deadline deadline;
    private boolean overdue;
    private List<UUID> notes = new ArrayList<>();

    Tally(UUID id, UUID insurerId, String name) {
        this.id = id;
        this.insurerId = insurerId;
        this.name = name;
    }

    public static Tally begun(UUID id, UUID insurerId, String name) {
        return new Tally(id, insurerId, name);
    }

    public List<TallyEvent> count(int times) {
        TallyRule.TALLY_FULL.require(count + times <= MOST, MOST);
        return IntStream.range(0, times)
                .<TallyEvent>mapToObj(time -> new TallyCounted(id, insurerId, ++count))
                .toList();
    }

    /** Adds a note once, whatever repeats it. */
    public List<TallyEvent> note(UUID note) {
        if (notes.contains(note)) {
            return List.of();
        }
        notes.add(note);
        return count(1);
    }

    public List<TallyEvent> rename(String wanted) {
        name = wanted;
        return List.of(new TallyRenamed(id));
    }

    public List<TallyEvent> fallDue(Deadline day) {
        deadline = day;
        overdue = false;
        return List.of(new TallyRenamed(id));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return deadline == null || overdue ? Optional.empty() : Optional.of(deadline.due());
    }

    @Override
    public List<TallyEvent> noticeOverdue(LocalDate today) {
        if (deadline == null || overdue || !deadline.isMissedOn(today)) {
            return List.of();
        }
        overdue = true;
        return List.of(new TallyOverdue(id, List.of(deadline.overdue())));
    }

    @Override
    public String status() {
        return overdue ? "OVERDUE" : count == 0 ? "NEW" : "COUNTING";
    }

    public UUID getId() {
        return id;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public String getName() {
        return name;
    }

    public long getCount() {
        return count;
    }
}
