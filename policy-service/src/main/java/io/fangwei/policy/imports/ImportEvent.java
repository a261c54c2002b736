package io.fangwei.policy.imports;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.UUID;

/** What happens to an import; others hear of what its rows do, not of the file. */
public sealed interface ImportEvent extends Event {

    @EventType(value = "policy.import-handed-in.v1", local = true)
    record ImportHandedIn(UUID importId, UUID insurerId, ImportKind kind, String fileHash, long size)
            implements ImportEvent {}

    @EventType(value = "policy.import-rows-checked.v1", local = true)
    record ImportRowsChecked(UUID importId, int fresh, int known, int faulty, boolean complete)
            implements ImportEvent {}

    @EventType(value = "policy.import-rejected.v1", local = true)
    record ImportRejected(UUID importId, String reason) implements ImportEvent {}

    @EventType(value = "policy.import-started.v1", local = true)
    record ImportStarted(UUID importId, ImportMode mode) implements ImportEvent {}

    @EventType(value = "policy.import-rows-done.v1", local = true)
    record ImportRowsDone(UUID importId, int applied, int known, int refused, int skipped) implements ImportEvent {}

    @EventType(value = "policy.import-finished.v1", local = true)
    record ImportFinished(UUID importId) implements ImportEvent {}

    @EventType(value = "policy.import-cancelled.v1", local = true)
    record ImportCancelled(UUID importId) implements ImportEvent {}
}
