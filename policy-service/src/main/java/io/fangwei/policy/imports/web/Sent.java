package io.fangwei.policy.imports.web;

import io.fangwei.kernel.files.Uploads;
import io.fangwei.policy.tables.TableFormat;
import io.fangwei.policy.tables.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table that goes out as a file while it is being written. */
final class Sent {

    private Sent() {}

    static TableWriter table(HttpServletResponse response, TableFormat format, String name, String sheet)
            throws IOException {
        response.setContentType(format == TableFormat.XLSX ? Uploads.XLSX : Uploads.CSV + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.name().toLowerCase(Locale.ROOT))
                        .build()
                        .toString());
        return TableWriter.of(format, response.getOutputStream(), sheet);
    }
}
