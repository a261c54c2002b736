package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.evaluation.insurers.Insurers;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Insurers, policies and the ledger of the prevention budget; and what of a policy was not done when it ended, or of one of
 * its years: for a person to confirm, since the reason may lie with the company.
 */
@Component
class PolicyNews implements Projection {

    private static final String INSURER = "policy.insurer-registered.v1";
    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final String ENDORSED = "policy.policy-endorsed.v1";
    private static final String FULFILLED = "policy.terms-fulfilled.v1";
    private static final String UNFULFILLED = "policy.terms-unfulfilled.v1";
    private static final String SHORT = "policy.accrual-insufficient.v1";
    private static final String ACCRUED = "policy.budget-accrued.v1";
    private static final String POSTED = "policy.ledger-entry-posted.v1";

    /** What an expense of a purpose must be linked to. */
    private static final Map<String, List<String>> LINKS =
            Map.of("VISIT", List.of("visitId"), "PLAN", List.of("planId"));

    private final Rows rows;

    PolicyNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(INSURER, ACTIVATED, ENDORSED, FULFILLED, UNFULFILLED, SHORT, ACCRUED, POSTED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        return switch (event.type()) {
            case INSURER -> List.of(insurer(heard));
            case ACTIVATED -> rows.of(heard, Stream.of(terms(heard)));
            case ENDORSED ->
                rows.of(
                        heard,
                        Stream.of(terms(heard).in(heard.day("effectiveOn").getYear())));
            case FULFILLED -> rows.kept(heard, unfulfilled(heard));
            case UNFULFILLED -> rows.broken(heard, unfulfilled(heard).broken(true, Mode.ASSISTED));
            case SHORT -> rows.of(heard, Stream.of(shortage(heard)));
            case ACCRUED -> rows.of(heard, Stream.of(ledger(heard).broken(true, Mode.AUTO)));
            default -> posted(heard);
        };
    }

    private static Upsert insurer(Heard heard) {
        var id = heard.id("insurerId");
        return Upsert.of(Insurers.COLLECTION, id, heard.event())
                .set("insurerId", id)
                .set("name", heard.text("name"))
                .set("areas", heard.list("areas").map(JsonNode::asString).toList());
    }

    private static Observation terms(Heard heard) {
        return Observation.of("E-B1-R1", heard, "policy", heard.id("policyId"))
                .broken(heard.flag("missingServiceTerms"), Mode.AUTO);
    }

    /** What a contract granted is due on its last day (CLK-19, AMB-72). */
    private static Observation unfulfilled(Heard heard) {
        var policy = heard.id("policyId");
        return Observation.of("E-B10-R1", heard, "policy", policy)
                .under(policy + ":CLK-19")
                .in(heard.find("due").map(LocalDate::parse).orElseGet(heard::on).getYear());
    }

    /** Less was set aside than must be; whether a service fell out for it, a person says (AMB-23). */
    private static Observation shortage(Heard heard) {
        var pool = heard.id("poolId");
        return pool("E-A7-R1", heard, pool)
                .under("%s:%s:%s".formatted(pool, heard.text("policyId"), heard.text("why")))
                .broken(true, Mode.ASSISTED);
    }

    /** Money was accrued and no entry is known yet. */
    private static Observation ledger(Heard heard) {
        return pool("E-A8-R1", heard, heard.id("poolId"));
    }

    private List<Upsert> posted(Heard heard) {
        var pool = heard.id("poolId");
        var entry = pool("E-A8-R2", heard, pool)
                .under(pool + ":" + heard.number("entryNo"))
                .broken(isIrregular(heard), Mode.ASSISTED);
        return Stream.concat(rows.of(heard, Stream.of(entry)).stream(), Stream.of(rows.withdrawn(heard, ledger(heard))))
                .toList();
    }

    private static boolean isIrregular(Heard heard) {
        return isBlank(heard, "voucherNo")
                || isBlank(heard, "category")
                || isBlank(heard, "purpose")
                || LINKS.getOrDefault(heard.text("purpose"), List.of()).stream().anyMatch(link -> isBlank(heard, link));
    }

    private static boolean isBlank(Heard heard, String field) {
        return heard.find(field).filter(text -> !text.isBlank()).isEmpty();
    }

    private static Observation pool(String rule, Heard heard, UUID pool) {
        return Observation.of(rule, heard, "budget-pool", pool).in(heard.number("year"));
    }
}
