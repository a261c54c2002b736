package io.fangwei.policy.imports.run;

import io.fangwei.kernel.files.FileStore;
import io.fangwei.kernel.files.Upload;
import io.fangwei.policy.imports.ImportFiles;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.rows.RowKind;
import io.fangwei.policy.imports.rows.RowKinds;
import io.fangwei.policy.imports.rows.RowReader;
import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Table;
import io.fangwei.policy.tables.UnreadableTable;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Files in the file store, opened as rows of their kind. */
@Component
class KeptFiles implements ImportFiles {

    private final FileStore files;
    private final RowKinds kinds;
    private final Validator validator;

    KeptFiles(FileStore files, RowKinds kinds, Validator validator) {
        this.files = files;
        this.kinds = kinds;
        this.validator = validator;
    }

    @Override
    public void keep(ImportKind kind, Upload upload) {
        try {
            read(kinds.of(kind), upload.file(), rows -> rows.next(1));
        } catch (UnreadableTable unreadable) {
            throw PolicyRule.FILE_NOT_READABLE.broken(unreadable.reason());
        }
        files.keep(upload);
    }

    /** @throws UnreadableTable if the file cannot be read to where the work goes */
    <R> void open(ImportJob job, RowKind<R> kind, Consumer<RowReader<R>> work) {
        files.with(job.getFile().hash(), file -> {
            read(kind, file, work);
            return job;
        });
    }

    private <R> void read(RowKind<R> kind, Path file, Consumer<RowReader<R>> work) {
        try (var table = Table.open(file)) {
            work.accept(new RowReader<>(kind, table, validator));
        }
    }
}
