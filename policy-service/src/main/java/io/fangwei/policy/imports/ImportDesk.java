package io.fangwei.policy.imports;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.files.Upload;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.Own;
import io.fangwei.policy.imports.ImportCommand.StartImport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where files are handed in, looked at and started. */
@Service
public class ImportDesk {

    private final ImportJobs jobs;
    private final FaultyRows faulty;
    private final ImportFiles files;
    private final ImportWork work;
    private final Clock clock;

    public ImportDesk(ImportJobs jobs, FaultyRows faulty, ImportFiles files, ImportWork work, Clock clock) {
        this.jobs = jobs;
        this.faulty = faulty;
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    public ImportJob handIn(ImportKind kind, Upload upload, @Nullable String fileName) {
        files.keep(kind, upload);
        var by = CurrentCaller.get().subject();
        var file = new HandedIn(upload.hash(), upload.size(), fileName, by, LocalDate.now(clock));
        var job = ImportJob.of(CurrentCommand.derivedId("import"), Own.insurer(), kind, file);
        return woken(jobs.add(job, job.handIn()));
    }

    public ImportJob start(UUID importId, StartImport command) {
        var by = CurrentCaller.get().subject();
        return woken(jobs.change(importId, job -> job.start(command.mode(), by)));
    }

    public ImportJob cancel(UUID importId) {
        return jobs.change(importId, ImportJob::cancel);
    }

    public ImportJob get(UUID importId) {
        return jobs.get(importId);
    }

    public Page<ImportJob> page(@Nullable ImportKind kind, @Nullable ImportStatus status, Pages page) {
        return jobs.page(kind, status, page);
    }

    public Page<FaultyRow> faulty(UUID importId, Pages page) {
        return faulty.page(jobs.get(importId).getImportId(), page);
    }

    private ImportJob woken(ImportJob job) {
        work.wake(job.getImportId());
        return job;
    }
}
