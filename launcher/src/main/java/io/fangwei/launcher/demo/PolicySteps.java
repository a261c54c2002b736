package io.fangwei.launcher.demo;

import static io.fangwei.launcher.demo.Step.body;
import static io.fangwei.launcher.demo.Step.create;
import static io.fangwei.launcher.demo.Step.post;
import static io.fangwei.launcher.demo.Step.ref;

import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a policy, its group and its plan. */
final class PolicySteps {

    private static final String POLICIES = "/api/policy/v1/policies";
    private static final String PLANS = "/api/visit/v1/plans";
    private static final LocalDate SECOND_INSTALMENT = LocalDate.of(2025, 7, 3);
    private static final LocalDate CANCELLATION = LocalDate.of(2026, 1, 13);

    private final Story story;
    private final WorkDays days;
    private final ScriptWriter script;
    private final Map<String, Set<String>> customers = new LinkedHashMap<>();

    PolicySteps(Story story, WorkDays days, ScriptWriter script) {
        this.story = story;
        this.days = days;
        this.script = script;
    }

    void write(PolicyPlot policy, List<VisitPlot> visits) {
        company(policy);
        contract(policy);
        premium(policy);
        group(policy, visits);
        plan(policy);
    }

    /** The first insurer makes a company known; another one joins. */
    private void company(PolicyPlot policy) {
        var company = policy.company();
        var insurers = customers.computeIfAbsent(company.key(), none -> new LinkedHashSet<>());
        var name = insurers.isEmpty() ? company.slot() : company.slot() + "-joins";
        if (insurers.add(policy.insurer().key())) {
            script.add(policy.registered(), policy.slot(), Foundations.company(name, policy.insurer(), company, story));
        }
    }

    private void contract(PolicyPlot policy) {
        var slot = policy.slot();
        script.add(
                policy.drafted(),
                slot,
                create(
                        slot,
                        policy.insurer().manager(),
                        POLICIES,
                        "policyNo",
                        policy.number(),
                        "companyId",
                        ref(policy.company().slot()),
                        "from",
                        policy.from().toString(),
                        "to",
                        policy.to().toString(),
                        "premium",
                        policy.premium() + ".00",
                        "serviceTerms",
                        terms(policy)));
        script.add(
                days.after(policy.drafted(), 1),
                slot,
                post(
                        slot + "-disclosure",
                        policy.company().user(),
                        POLICIES + "/" + ref(slot) + "/disclosures",
                        "version",
                        "2025.1"));
        script.add(
                policy.activated(),
                slot,
                post(
                        slot + "-activation",
                        policy.insurer().manager(),
                        POLICIES + "/" + ref(slot) + "/activations",
                        withReason(policy)));
        if (policy.isCancelled()) {
            script.add(
                    CANCELLATION,
                    slot,
                    post(
                            slot + "-cancellation",
                            policy.insurer().manager(),
                            POLICIES + "/" + ref(slot) + "/cancellations",
                            "reasonCode",
                            "COMPANY_MOVED_AWAY"));
        }
    }

    private static @Nullable Object[] withReason(PolicyPlot policy) {
        return policy.termless()
                ? new Object[] {"exceptionReason", "续保合同未附服务清单，服务项目另行约定"}
                : new Object[] {"exceptionReason", null};
    }

    private List<Map<String, Object>> terms(PolicyPlot policy) {
        var terms = new ArrayList<Map<String, Object>>();
        frequencies(policy)
                .forEach((item, frequency) -> terms.add(Objects.requireNonNull(
                        policy.termless()
                                ? body("item", item)
                                : body(
                                        "item",
                                        item,
                                        "content",
                                        story.item(item).content(),
                                        "frequency",
                                        frequency,
                                        "period",
                                        policy.to().isBefore(policy.from().plusMonths(11)) ? "TERM" : "YEAR"))));
        return terms;
    }

    private static Map<String, Integer> frequencies(PolicyPlot policy) {
        var frequencies = new LinkedHashMap<String, Integer>();
        policy.items().forEach(item -> frequencies.merge(item, 1, Integer::sum));
        return frequencies;
    }

    private void premium(PolicyPlot policy) {
        var half = policy.premium() / 2;
        var inTwo = policy.no() % 4 == 0 && !policy.isRenewal() && policy.to().isAfter(SECOND_INSTALMENT);
        receipt(policy, "premium", policy.received(), inTwo ? half : policy.premium());
        if (inTwo) {
            receipt(policy, "premium-2", SECOND_INSTALMENT, policy.premium() - half);
        }
    }

    private void receipt(PolicyPlot policy, String what, LocalDate on, int amount) {
        script.add(
                on,
                policy.slot(),
                post(
                        policy.slot() + "-" + what,
                        policy.insurer().manager(),
                        POLICIES + "/" + ref(policy.slot()) + "/premium-receipts",
                        "amount",
                        amount + ".00",
                        "receivedOn",
                        on.toString(),
                        "voucherNo",
                        "BF-2025-%04d%s".formatted(policy.no(), what.endsWith("2") ? "B" : "A")));
    }

    /** Whoever comes along to a single visit joins the group a little before it. */
    private void group(PolicyPlot policy, List<VisitPlot> visits) {
        var slot = policy.groupSlot();
        script.add(
                policy.grouped(),
                slot,
                create(
                        slot,
                        policy.insurer().staff(),
                        "/api/team/v1/groups",
                        "policyId",
                        ref(policy.slot()),
                        "companyId",
                        ref(policy.company().slot()),
                        "memberIds",
                        policy.group().stream().map(one -> ref(one.slot())).toList()));
        visits.stream()
                .filter(visit -> visit.policy().equals(policy))
                .flatMap(visit -> visit.people().stream())
                .filter(person -> !policy.group().contains(person))
                .distinct()
                .forEach(person -> joins(policy, person));
    }

    private void joins(PolicyPlot policy, Professional person) {
        script.add(
                days.after(policy.grouped(), 1),
                policy.groupSlot(),
                post(
                        policy.groupSlot() + "-" + person.staffNo(),
                        policy.insurer().staff(),
                        "/api/team/v1/groups/" + ref(policy.groupSlot()) + "/members",
                        "professionalId",
                        ref(person.slot())));
    }

    private void plan(PolicyPlot policy) {
        var slot = policy.planSlot();
        var insurer = policy.insurer();
        var path = PLANS + "/" + ref(slot);
        script.add(policy.planned(), slot, create(slot, insurer.staff(), PLANS, content(policy)));
        script.add(policy.planned(), slot, post(slot + "-dispatch", insurer.staff(), path + "/dispatches"));
        if (policy.no() % 11 == 0) {
            script.add(
                    policy.planned(),
                    slot,
                    post(
                            slot + "-change-request",
                            policy.company().user(),
                            path + "/change-requests",
                            "comment",
                            "希望培训安排在生产淡季，请调整时间后再确认"));
            script.add(policy.planned(), slot, post(slot + "-dispatch-2", insurer.staff(), path + "/dispatches"));
        }
        script.add(policy.agreed(), slot, post(slot + "-insurer", insurer.staff(), path + "/confirmations"));
        script.add(
                policy.agreed(), slot, post(slot + "-company", policy.company().user(), path + "/confirmations"));
    }

    private Object[] content(PolicyPlot policy) {
        var industry = story.industryOf(policy.company());
        var items = new ArrayList<Map<String, Object>>();
        frequencies(policy)
                .forEach((item, frequency) -> items.add(Objects.requireNonNull(body(
                        "item",
                        item,
                        "measures",
                        story.item(item).measures(),
                        "deliverables",
                        story.item(item).deliverables(),
                        "frequency",
                        frequency))));
        return new Object[] {
            "policyId",
            ref(policy.slot()),
            "items",
            items,
            "industry",
            industry.name(),
            "mainEquipmentProcess",
            industry.equipment(),
            "accidentHistory",
            industry.history(),
            "factors",
            body(
                    "industryFeatures",
                    industry.features(),
                    "scale",
                    policy.company().scale(),
                    "riskDistribution",
                    industry.risks(),
                    "staff",
                    "一线员工占八成，流动性中等，特种作业人员持证上岗",
                    "managementBase",
                    "设有安全管理机构，配备专职安全管理人员",
                    "accidentHistory",
                    industry.history()),
            "expectedGoals",
            "重大事故隐患动态清零，一般隐患按期整改率不低于95%",
            "supportMatters",
            "请企业安排安全负责人%s全程配合并提供现场资料".formatted(policy.company().safetyHead())
        };
    }
}
