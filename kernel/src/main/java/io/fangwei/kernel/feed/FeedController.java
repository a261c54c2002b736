package io.fangwei.kernel.feed;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The datasets of this service, for the city platform and for authorities. */
@RestController
@RequestMapping(ChangeFeed.PATH)
class FeedController {

    private static final int MOST = 1_000;

    record Datasets(List<DatasetSummary> items) {}

    private final ChangeFeed feed;
    private final JsonMapper json;

    FeedController(ChangeFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    @GetMapping
    @Allowed({CP, EA, FR})
    Datasets list() {
        return new Datasets(feed.list(CurrentCaller.get()));
    }

    /** One page as JSON, or line by line for whoever accepts {@code application/x-ndjson}. */
    @GetMapping("/{dataset}/changes")
    @Allowed({CP, EA, FR})
    @Nullable
    ResponseEntity<FeedPage> changes(
            @PathVariable String dataset,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        if (limit < 1 || limit > MOST) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.MALFORMED_REQUEST, "limit: 1–" + MOST);
        }
        var page = feed.changes(dataset, CurrentCaller.get(), after, limit);
        if (!Lines.areWanted(accept)) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(page);
        }
        var lines = Lines.of(response, json);
        for (var item : page.items()) {
            lines.write(item);
        }
        lines.write(page.end());
        return null;
    }

    /** Everything line by line; the last line has the cursor, and whoever did not get it has not got everything. */
    @GetMapping("/{dataset}/snapshot")
    @Allowed({CP, EA, FR})
    void snapshot(
            @PathVariable String dataset,
            @RequestParam(required = false) @Nullable List<String> areas,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response)
            throws IOException {
        var snapshot = feed.snapshot(dataset, CurrentCaller.get(), areas == null ? List.of() : areas, after);
        var lines = Lines.of(response, json);
        feed.take(snapshot, lines::write);
        lines.write(new FeedPage.End(snapshot.cursor().encoded(), true));
    }

    @GetMapping("/{dataset}/totals")
    @Allowed({CP, EA, FR})
    FeedTotals totals(@PathVariable String dataset, @RequestParam(required = false) @Nullable LocalDate on) {
        return feed.totals(dataset, CurrentCaller.get(), on);
    }
}
