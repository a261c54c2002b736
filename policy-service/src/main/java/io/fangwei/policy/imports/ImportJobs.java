package io.fangwei.policy.imports;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All imports. */
public interface ImportJobs {

    ImportJob add(ImportJob job, List<ImportEvent> events);

    ImportJob get(UUID importId);

    ImportJob change(UUID importId, Function<ImportJob, List<ImportEvent>> action);

    Page<ImportJob> page(@Nullable ImportKind kind, @Nullable ImportStatus status, Pages page);

    /** Those that are being checked or carried out. */
    List<UUID> unfinished();
}
