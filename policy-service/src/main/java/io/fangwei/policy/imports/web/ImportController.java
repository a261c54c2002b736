package io.fangwei.policy.imports.web;

import static io.fangwei.kernel.caller.Role.IM;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.imports.ImportCommand.StartImport;
import io.fangwei.policy.imports.ImportDesk;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.imports.ImportStatus;
import io.fangwei.policy.tables.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ImportController.PATH)
class ImportController {

    static final String PATH = "/api/policy/v1/imports";

    /** The largest file. */
    static final long MOST_BYTES = 64L << 20;

    private final ImportDesk desk;
    private final ImportViews views;
    private final FoundTexts texts;

    ImportController(ImportDesk desk, ImportViews views, FoundTexts texts) {
        this.desk = desk;
        this.views = views;
        this.texts = texts;
    }

    @PostMapping(consumes = {Uploads.CSV, Uploads.XLSX})
    @Allowed(IM)
    ResponseEntity<ImportView> handIn(
            @RequestParam ImportKind kind,
            @RequestParam(required = false) @Size(max = 200) @Nullable String fileName,
            InputStream file) {
        var job = Uploads.received(file, MOST_BYTES, upload -> desk.handIn(kind, upload, fileName));
        return ResponseEntity.created(URI.create(PATH + "/" + job.getImportId()))
                .body(views.of(job));
    }

    @PostMapping("/{id}/starts")
    @Allowed(IM)
    ImportView start(@PathVariable UUID id, @RequestBody @Valid StartImport command) {
        return views.of(desk.start(id, command));
    }

    @PostMapping("/{id}/cancellations")
    @Allowed(IM)
    ImportView cancel(@PathVariable UUID id) {
        return views.of(desk.cancel(id));
    }

    @GetMapping("/{id}")
    @Allowed(IM)
    ImportView one(@PathVariable UUID id) {
        return views.of(desk.get(id));
    }

    @GetMapping
    @Allowed(IM)
    Page<ImportView> all(
            @RequestParam(required = false) @Nullable ImportKind kind,
            @RequestParam(required = false) @Nullable ImportStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(kind, status, Pages.of(limit, after)).map(views::of);
    }

    @GetMapping("/{id}/faulty-rows")
    @Allowed(IM)
    Page<FaultyRowView> faultyRows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Locale reader) {
        return desk.faulty(id, Pages.of(limit, after)).map(row -> texts.of(row, reader));
    }

    @GetMapping("/{id}/faulty-rows/file")
    @Allowed(IM)
    void faultyRowsAsFile(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "CSV") TableFormat format,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        var page = desk.faulty(id, Pages.of(Pages.MOST, null));
        try (var table = Sent.table(response, format, "faulty-rows", "问题")) {
            table.titles(List.of("行 / Row", "列 / Column", "规则 / Rule", "问题 / Problem"));
            for (var next = page.next(); ; next = page.next()) {
                for (var row : page.items()) {
                    for (var found : texts.of(row, reader).problems()) {
                        var column = found.column() == null ? "" : found.column();
                        table.row(List.of(String.valueOf(row.row()), column, found.rule(), found.message()));
                    }
                }
                if (next == null) {
                    break;
                }
                page = desk.faulty(id, Pages.of(Pages.MOST, next));
            }
        }
    }
}
