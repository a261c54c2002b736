package io.fangwei.policy.entitlements;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.EntitlementSettings;
import io.fangwei.policy.entitlements.EntitlementCommand.RecordEarlierService;
import io.fangwei.policy.entitlements.EntitlementCommand.RecordLearning;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where it is kept and read what policies grant and what was done of it. */
@Service
public class EntitlementDesk {

    private final Entitlements entitlements;
    private final Deadlines deadlines;
    private final EntitlementSettings settings;
    private final Clock clock;

    public EntitlementDesk(Entitlements entitlements, Deadlines deadlines, EntitlementSettings settings, Clock clock) {
        this.entitlements = entitlements;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    public void grant(Grant grant) {
        open(
                new Served(grant.policyId(), grant.insurerId(), grant.companyId(), grant.area()),
                entitlement -> entitlement.grant(grant, pace()));
    }

    public void insure(Served served, Headcount headcount) {
        open(served, entitlement -> entitlement.insure(headcount));
    }

    public void plan(Served served, UUID visitId, ServiceItemType item, LocalDate plannedOn) {
        open(served, entitlement -> entitlement.plan(visitId, item, plannedOn, pace()));
    }

    public void complete(Served served, UUID visitId, ServiceItemType item, LocalDate on) {
        open(served, entitlement -> entitlement.complete(visitId, item, on, pace()));
    }

    public void drop(UUID policyId, UUID visitId) {
        change(policyId, entitlement -> entitlement.drop(visitId, pace()));
    }

    public void expire(UUID policyId, LocalDate on) {
        change(policyId, entitlement -> entitlement.expire(on));
    }

    public void cancel(UUID policyId, LocalDate on) {
        change(policyId, entitlement -> entitlement.cancel(on));
    }

    public void moveTo(UUID policyId, UUID companyId) {
        change(policyId, entitlement -> entitlement.moveTo(companyId));
    }

    public Entitlement recordEarlier(UUID policyId, RecordEarlierService command) {
        var service = new EarlierService(
                CurrentCommand.derivedId("earlier-service"),
                command.item(),
                command.doneOn(),
                command.proofReference(),
                command.proofHash());
        return entitlements.change(policyId, entitlement -> entitlement.recordEarlier(service, today(), pace()));
    }

    public Entitlement recordLearning(UUID policyId, RecordLearning command) {
        var learning = new Learning(command.asOf(), command.learners(), command.platformReference(), command.logHash());
        return entitlements.change(
                policyId, entitlement -> entitlement.recordLearning(learning, command.correctionReason(), today()));
    }

    public WorkingCalendar calendar() {
        return deadlines.calendar();
    }

    public Entitlement get(UUID policyId) {
        return entitlements.get(policyId);
    }

    public Page<Entitlement> page(@Nullable EntitlementStatus status, Pages page) {
        return entitlements.page(status, page);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private Pace pace() {
        return new Pace(deadlines.calendar(), settings.leadDays());
    }

    /** Where nothing was granted or planned nothing ends. */
    private void change(UUID policyId, Function<Entitlement, List<EntitlementEvent>> action) {
        if (entitlements.find(policyId).isPresent()) {
            entitlements.change(policyId, action);
        }
    }

    private void open(Served served, Function<Entitlement, List<EntitlementEvent>> action) {
        entitlements.open(
                served.policyId(),
                () -> Entitlement.of(served.policyId(), served.insurerId(), served.companyId(), served.area()),
                action);
    }

    /** Whom a service serves. */
    public record Served(UUID policyId, UUID insurerId, UUID companyId, String area) {}
}
