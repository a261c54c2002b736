package io.fangwei.policy.imports.web;

import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.ImportMode;
import io.fangwei.policy.imports.ImportStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as its readers see it. */
record ImportView(
        UUID id,
        ImportKind kind,
        ImportStatus status,
        @Nullable String fileName,
        String fileHash,
        long size,
        String handedInBy,
        LocalDate handedInOn,
        CheckedView checked,
        @Nullable ImportMode mode,
        @Nullable String startedBy,
        DoneView done,
        @Nullable String reason) {

    /** What the check has found. */
    record CheckedView(int rows, int fresh, int known, int faulty) {}

    /** How far the work has come. */
    record DoneView(int rows, int applied, int known, int refused, int skipped) {}
}
