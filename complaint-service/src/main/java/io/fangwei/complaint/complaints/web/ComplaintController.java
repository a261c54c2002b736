package io.fangwei.complaint.complaints.web;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.SR;

import io.fangwei.complaint.complaints.Complaint;
import io.fangwei.complaint.complaints.ComplaintCommand.ApproveReply;
import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintCommand.Extend;
import io.fangwei.complaint.complaints.ComplaintCommand.FileComplaint;
import io.fangwei.complaint.complaints.ComplaintCommand.RecordOutcome;
import io.fangwei.complaint.complaints.ComplaintCommand.Register;
import io.fangwei.complaint.complaints.ComplaintCommand.Reject;
import io.fangwei.complaint.complaints.ComplaintDesk;
import io.fangwei.complaint.complaints.ComplaintStatus;
import io.fangwei.complaint.complaints.Complaints;
import io.fangwei.complaint.complaints.ExplainedClock;
import io.fangwei.complaint.complaints.Intake;
import io.fangwei.kernel.caller.Allowed;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
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
@RequestMapping(ComplaintController.PATH)
class ComplaintController {

    static final String PATH = "/api/complaint/v1/complaints";

    private final Intake intake;
    private final ComplaintDesk desk;
    private final ComplaintViews views;

    ComplaintController(Intake intake, ComplaintDesk desk, ComplaintViews views) {
        this.intake = intake;
        this.desk = desk;
        this.views = views;
    }

    @PostMapping
    @Allowed({ID, IC})
    ResponseEntity<ComplaintView> file(@RequestBody @Valid FileComplaint command) {
        var complaint = intake.file(command);
        return ResponseEntity.created(URI.create(PATH + "/" + complaint.getComplaintId()))
                .body(view(complaint));
    }

    @PostMapping("/{id}/registrations")
    @Allowed({IC, IM})
    ComplaintView register(@PathVariable UUID id, @RequestBody @Valid Register command) {
        return view(desk.register(id, command));
    }

    @PostMapping("/{id}/officer-replacements")
    @Allowed({IC, IM})
    ComplaintView replaceOfficer(@PathVariable UUID id, @RequestBody @Valid Register command) {
        return view(desk.replaceOfficer(id, command));
    }

    @PostMapping("/{id}/extensions")
    @Allowed(IC)
    ComplaintView extend(@PathVariable UUID id, @RequestBody @Valid Extend command) {
        return view(desk.extend(id, command));
    }

    @PostMapping("/{id}/replies")
    @Allowed(IC)
    ComplaintView draftReply(@PathVariable UUID id, @RequestBody @Valid DraftReply command) {
        return view(desk.draftReply(id, command));
    }

    @PostMapping("/{id}/reply-approvals")
    @Allowed(IM)
    ComplaintView approveReply(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable @Valid ApproveReply command) {
        return view(desk.approveReply(id, command));
    }

    @PostMapping("/{id}/acceptances")
    @Allowed(ID)
    ComplaintView accept(@PathVariable UUID id) {
        return view(desk.accept(id));
    }

    @PostMapping("/{id}/dissatisfactions")
    @Allowed(ID)
    ComplaintView reject(@PathVariable UUID id, @RequestBody @Valid Reject command) {
        return view(desk.reject(id, command));
    }

    @PostMapping("/{id}/escalations")
    @Allowed({ID, IC})
    ComplaintView escalate(@PathVariable UUID id, @RequestBody @Valid Escalate command) {
        return view(desk.escalate(id, command));
    }

    @PostMapping("/{id}/outcomes")
    @Allowed({EA, FR, SR})
    ComplaintView recordOutcome(@PathVariable UUID id, @RequestBody @Valid RecordOutcome command) {
        return view(desk.recordOutcome(id, command));
    }

    @PostMapping("/{id}/withdrawals")
    @Allowed(ID)
    ComplaintView withdraw(@PathVariable UUID id) {
        return view(desk.withdraw(id));
    }

    @GetMapping("/{id}")
    @Allowed({IM, IC, ID, SR, EA, FR, CP})
    ComplaintView one(@PathVariable UUID id) {
        return view(desk.get(id));
    }

    @GetMapping("/{id}/deadlines")
    @Allowed({IM, IC, ID, SR, EA, FR, CP})
    List<ExplainedClock> deadlines(@PathVariable UUID id) {
        return desk.deadlines(id);
    }

    @GetMapping
    @Allowed({IM, IC, ID, SR, EA, FR, CP})
    Page<ComplaintView> all(
            @RequestParam(required = false) @Nullable ComplaintStatus status,
            @RequestParam(required = false) @Nullable UUID companyId,
            @RequestParam(required = false) @Nullable UUID visitId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new Complaints.Filter(status, companyId, visitId);
        return desk.page(filter, Pages.of(limit, after)).map(this::view);
    }

    private ComplaintView view(Complaint complaint) {
        return views.of(complaint, CurrentCaller.get());
    }
}
