package io.fangwei.complaint.complaints.web;

import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.SR;

import io.fangwei.complaint.complaints.Complaint;
import io.fangwei.complaint.complaints.Dissatisfaction;
import io.fangwei.complaint.complaints.Escalation;
import io.fangwei.complaint.complaints.Extension;
import io.fangwei.complaint.complaints.Reply;
import io.fangwei.complaint.complaints.web.ComplaintView.DissatisfactionView;
import io.fangwei.complaint.complaints.web.ComplaintView.EscalationView;
import io.fangwei.complaint.complaints.web.ComplaintView.ExtensionView;
import io.fangwei.complaint.complaints.web.ComplaintView.ReplyView;
import io.fangwei.kernel.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Shows each reader what it may see: a draft is the insurer's own matter, free text is for those whose case it is. */
@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ComplaintViews {

    @Mapping(target = "id", source = "complaintId")
    @Mapping(target = "complaintNo", expression = "java(complaint.number())")
    @Mapping(target = ".", source = "filing")
    @Mapping(target = "request", source = "filing.request", qualifiedByName = "text")
    @Mapping(target = "replyDue", source = "clocks.reply.deadline.due")
    @Mapping(target = "checkingDue", source = "clocks.checking.deadline.due")
    @Mapping(target = "officerId", source = "officer.officerId")
    @Mapping(target = "draft", qualifiedByName = "draft")
    @Mapping(target = "reply", qualifiedByName = "reply")
    ComplaintView of(Complaint complaint, @Context Caller reader);

    @Mapping(target = "notice", qualifiedByName = "text")
    ExtensionView of(Extension extension, @Context Caller reader);

    @Named("reply")
    @Mapping(target = "facts", qualifiedByName = "text")
    @Mapping(target = "factBasis", qualifiedByName = "text")
    @Mapping(target = "measures", qualifiedByName = "text")
    ReplyView of(@Nullable Reply reply, @Context Caller reader);

    @Mapping(target = "reason", qualifiedByName = "text")
    DissatisfactionView of(Dissatisfaction dissatisfaction, @Context Caller reader);

    @Mapping(target = "outcome", qualifiedByName = "text")
    EscalationView of(Escalation escalation, @Context Caller reader);

    @Named("draft")
    default @Nullable ReplyView draft(@Nullable Reply draft, @Context Caller reader) {
        return reader.hasAnyOf(IM, IC) ? of(draft, reader) : null;
    }

    @Named("text")
    default @Nullable String text(@Nullable String text, @Context Caller reader) {
        return reader.hasAnyOf(IM, IC, ID, EA, FR, SR) ? text : null;
    }
}
