package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.entitlements.EntitlementDesk.Served;
import io.fangwei.policy.entitlements.Grant;
import io.fangwei.policy.policies.Delivery;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A policy that becomes active or is endorsed grants services to so many persons; one that ends is settled. */
@Component
class GrantNews implements Reaction {

    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final String ENDORSED = "policy.policy-endorsed.v1";
    private static final String EXPIRED = "policy.policy-expired.v1";
    private static final String CANCELLED = "policy.policy-cancelled.v1";
    private static final String HEADCOUNT = "policy.headcount-recorded.v1";

    private final EntitlementDesk desk;

    GrantNews(EntitlementDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(ACTIVATED, ENDORSED, EXPIRED, CANCELLED, HEADCOUNT);
    }

    @Override
    public void on(EventEnvelope event) {
        switch (event.type()) {
            case EXPIRED -> desk.expire(event.uuid("policyId"), day(event, "on"));
            case CANCELLED -> desk.cancel(event.uuid("policyId"), day(event, "on"));
            case HEADCOUNT -> desk.insure(served(event), headcount(event));
            default -> desk.grant(grant(event));
        }
    }

    private static Grant grant(EventEnvelope event) {
        var risk = new InsuredRisk(
                event.text("area"),
                event.text("industryCode"),
                Scale.valueOf(event.text("scale")),
                Boolean.parseBoolean(event.text("highRisk")));
        return new Grant(
                event.uuid("policyId"),
                event.uuid("insurerId"),
                event.uuid("companyId"),
                event.text("area"),
                day(event, "from"),
                day(event, "to"),
                event.data().path("items").valueStream().map(GrantNews::item).toList(),
                risk.mustBeServedYearly());
    }

    private static Served served(EventEnvelope event) {
        return new Served(event.uuid("policyId"), event.uuid("insurerId"), event.uuid("companyId"), event.text("area"));
    }

    private static Headcount headcount(EventEnvelope event) {
        return new Headcount(day(event, "from"), Integer.parseInt(event.text("insuredPersons")));
    }

    private static ContractedItem item(JsonNode item) {
        return new ContractedItem(
                ServiceItemType.valueOf(item.required("item").asString()),
                item.required("frequency").asInt(),
                Period.valueOf(item.required("period").asString()),
                item.hasNonNull("delivery")
                        ? Delivery.valueOf(item.path("delivery").asString())
                        : null);
    }

    private static LocalDate day(EventEnvelope event, String field) {
        return LocalDate.parse(event.text(field));
    }
}
