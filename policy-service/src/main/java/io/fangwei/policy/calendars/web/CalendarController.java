package io.fangwei.policy.calendars.web;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.AS;
import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.PU;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static io.fangwei.kernel.caller.Role.SR;
import static io.fangwei.kernel.caller.Role.SV;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.calendars.AffectedDeadlines;
import io.fangwei.policy.calendars.CalendarCommand.ProposeYear;
import io.fangwei.policy.calendars.CalendarDesk;
import io.fangwei.policy.calendars.HolidayYear;
import io.fangwei.policy.calendars.NoticeTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policy/v1/calendar-years")
class CalendarController {

    private static final long MOST_BYTES = 1 << 20;

    private final CalendarDesk desk;
    private final NoticeTable table;
    private final CalendarViews views;

    CalendarController(CalendarDesk desk, NoticeTable table, CalendarViews views) {
        this.desk = desk;
        this.table = table;
        this.views = views;
    }

    @PostMapping(path = "/{year}/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(AD)
    HolidayYearView propose(@PathVariable @Min(2000) @Max(2100) int year, @RequestBody @Valid ProposeYear command) {
        return views.of(desk.propose(year, command));
    }

    @PostMapping(
            path = "/{year}/proposals",
            consumes = {Uploads.CSV, Uploads.XLSX})
    @Allowed(AD)
    HolidayYearView proposeAsTable(
            @PathVariable @Min(2000) @Max(2100) int year,
            @RequestParam @NotBlank @Size(max = 60) String noticeNo,
            InputStream file) {
        HolidayYear proposed =
                Uploads.received(file, MOST_BYTES, upload -> desk.propose(table.read(year, noticeNo, upload.file())));
        return views.of(proposed);
    }

    @GetMapping("/{year}/affected-deadlines")
    @Allowed(AD)
    AffectedDeadlines affected(@PathVariable int year) {
        return desk.preview(year);
    }

    @PostMapping("/{year}/publications")
    @Allowed(AD)
    HolidayYearView publish(@PathVariable int year) {
        return views.of(desk.publish(year));
    }

    @GetMapping("/{year}")
    @Allowed({AD, IM, IS, IC, ID, SI, SP, BR, CP, EA, FR, SR, AS, PU, SV})
    HolidayYearView one(@PathVariable int year) {
        return views.of(desk.get(year));
    }

    @GetMapping
    @Allowed({AD, IM, IS, IC, ID, SI, SP, BR, CP, EA, FR, SR, AS, PU, SV})
    Page<HolidayYearView> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.page(Pages.of(limit, after)).map(views::of);
    }
}
