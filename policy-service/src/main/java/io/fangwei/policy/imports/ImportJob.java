package io.fangwei.policy.imports;

import static io.fangwei.policy.imports.ImportStatus.CANCELLED;
import static io.fangwei.policy.imports.ImportStatus.CHECKED;
import static io.fangwei.policy.imports.ImportStatus.CHECKING;
import static io.fangwei.policy.imports.ImportStatus.FINISHED;
import static io.fangwei.policy.imports.ImportStatus.REJECTED;
import static io.fangwei.policy.imports.ImportStatus.RUNNING;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.imports.ImportEvent.ImportCancelled;
import io.fangwei.policy.imports.ImportEvent.ImportFinished;
import io.fangwei.policy.imports.ImportEvent.ImportHandedIn;
import io.fangwei.policy.imports.ImportEvent.ImportRejected;
import io.fangwei.policy.imports.ImportEvent.ImportRowsChecked;
import io.fangwei.policy.imports.ImportEvent.ImportRowsDone;
import io.fangwei.policy.imports.ImportEvent.ImportStarted;
import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The import of one file: first every row is checked, then, if somebody starts it, carried out to the last. */
public final class ImportJob implements Aggregate {

    private final UUID importId;
    private final UUID insurerId;
    private final ImportKind kind;
    private final HandedIn file;
    private ImportStatus status;
    private Checked checked;
    private Done done;
    private int lastRow;
    private @Nullable ImportMode mode;
    private @Nullable String startedBy;
    private @Nullable String reason;

    private ImportJob(
            UUID importId,
            UUID insurerId,
            ImportKind kind,
            HandedIn file,
            ImportStatus status,
            Checked checked,
            Done done,
            int lastRow) {
        this.importId = importId;
        this.insurerId = insurerId;
        this.kind = kind;
        this.file = file;
        this.status = status;
        this.checked = checked;
        this.done = done;
        this.lastRow = lastRow;
    }

    public static ImportJob of(UUID importId, UUID insurerId, ImportKind kind, HandedIn file) {
        return new ImportJob(importId, insurerId, kind, file, CHECKING, Checked.NOTHING, Done.NOTHING, 0);
    }

    public List<ImportEvent> handIn() {
        return List.of(new ImportHandedIn(importId, insurerId, kind, file.hash(), file.size()));
    }

    /** More rows have been checked; the check of a job begins anew after a crash. */
    public List<ImportEvent> check(Checked soFar, boolean complete) {
        require(CHECKING);
        checked = soFar;
        status = complete ? CHECKED : CHECKING;
        return List.of(new ImportRowsChecked(importId, soFar.fresh(), soFar.known(), soFar.faulty(), complete));
    }

    public List<ImportEvent> reject(String why) {
        require(CHECKING);
        reason = why;
        status = REJECTED;
        return List.of(new ImportRejected(importId, why));
    }

    /** @param by subject of whoever starts it */
    public List<ImportEvent> start(ImportMode chosen, String by) {
        require(CHECKED);
        PolicyRule.IMPORT_HAS_FAULTY_ROWS.require(
                chosen != ImportMode.ALL_OR_NOTHING || checked.faulty() == 0, checked.faulty());
        PolicyRule.NOTHING_TO_IMPORT.require(checked.fresh() > 0);
        PolicyRule.FOUR_EYES.require(!kind.needsFourEyes() || !by.equals(file.by()));
        mode = chosen;
        startedBy = by;
        status = RUNNING;
        return List.of(new ImportStarted(importId, chosen));
    }

    /**
     * Rows have been carried out. What another instance has counted already is not counted again.
     *
     * @param after the row behind which these lie
     * @param upTo the last of them
     */
    public List<ImportEvent> advance(int after, int upTo, Done more) {
        if (status != RUNNING || lastRow != after) {
            return List.of();
        }
        done = done.plus(more);
        lastRow = upTo;
        return List.of(new ImportRowsDone(importId, done.applied(), done.known(), done.refused(), done.skipped()));
    }

    public List<ImportEvent> finish() {
        if (status != RUNNING) {
            return List.of();
        }
        status = FINISHED;
        return List.of(new ImportFinished(importId));
    }

    /** Nothing that has been started is cancelled: it would leave half a file behind. */
    public List<ImportEvent> cancel() {
        require(CHECKING, CHECKED);
        status = CANCELLED;
        return List.of(new ImportCancelled(importId));
    }

    @Override
    public String status() {
        return status.name();
    }

    private void require(ImportStatus... allowed) {
        PolicyRule.WRONG_IMPORT_STATUS.require(Set.of(allowed).contains(status), status);
    }

    public UUID getImportId() {
        return importId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public ImportKind getKind() {
        return kind;
    }

    public HandedIn getFile() {
        return file;
    }

    public ImportStatus getStatus() {
        return status;
    }

    public Checked getChecked() {
        return checked;
    }

    public Done getDone() {
        return done;
    }

    public int getLastRow() {
        return lastRow;
    }

    public @Nullable ImportMode getMode() {
        return mode;
    }

    public @Nullable String getStartedBy() {
        return startedBy;
    }

    public @Nullable String getReason() {
        return reason;
    }
}
