package io.fangwei.launcher.roles;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.Ids;
import io.fangwei.launcher.story.Answer;
import io.fangwei.launcher.story.Parties;
import io.fangwei.launcher.story.TestPlatform;
import io.fangwei.launcher.story.World;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One of two worlds that have nothing to do with each other, with at least one instance of everything. */
final class RoleWorld {

    private final TestPlatform platform;
    private final String name;
    private final String area;
    private final Map<String, String> escalations;
    private final LocalDate today;
    private final Parties parties;
    private final World world;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** @param escalations which body is given a complaint of its own, by which target */
    RoleWorld(TestPlatform platform, String name, String area, Map<String, String> escalations) {
        this.platform = platform;
        this.name = name;
        this.area = area;
        this.escalations = escalations;
        today = platform.today();
        parties = new Parties(
                "L-" + name,
                Usccs.fresh(),
                Usccs.fresh(),
                area,
                List.of(name + "-1", name + "-2", name + "-3"),
                (role, number) -> token(role));
        world = new World(platform.gateway(), parties);
    }

    Instances instances() {
        return new Instances(ids, "");
    }

    String token(Role role) {
        return tokens.computeIfAbsent(
                role.name(), any -> platform.tokenOf(role.name().toLowerCase(Locale.ROOT) + "." + name, claims(role)));
    }

    private Map<String, Object> claims(Role role) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("roles", List.of(role.name()));
        switch (role) {
            case IM, IS, IC -> claims.put("insurerId", insurer());
            case ID -> claims.put("companyId", id("company", parties.company()));
            case SI -> claims.put("institutionId", institution());
            case SP -> {
                claims.put("institutionId", institution());
                claims.put("professionalId", id("professional", institution(), name + "-1"));
            }
            case BR -> claims.put("brokerId", id("broker", "B-" + name));
            case CP, EA, FR -> claims.put("areas", List.of(area));
            default -> {}
        }
        return claims;
    }

    private String insurer() {
        return id("insurer", parties.licenceNo());
    }

    private String institution() {
        return id("institution", parties.institution());
    }

    private static String id(String kind, Object... key) {
        return Ids.of(kind, key).toString();
    }

    /** Brings everything into being, by the commands of those whose task it is. */
    RoleWorld fill() {
        identities();
        money();
        files();
        people();
        service();
        complaints();
        platform.settle();
        return this;
    }

    private void identities() {
        keep("insurer", world.registerInsurer());
        keep("institution", world.registerInstitution());
        world.setRate(today.getYear(), "0.20").ok();
        keep("company", world.registerCompany());
        keep("policy", active("P-" + name + "-1"));
        keep("otherPolicy", active("P-" + name + "-2"));
        keep("thirdPolicy", active("P-" + name + "-3"));
        keep("draft", world.draftPolicy("P-" + name + "-4", today, today.plusYears(1)));
        whoActsAndWhoDescribes();
        ids.put("today", today.toString());
        ids.put("year", Integer.toString(today.getYear()));
        ids.put("nextYear", today.plusYears(1).toString());
        ids.put("area", area);
    }

    private void whoActsAndWhoDescribes() {
        var broker = keep("broker", world.act(AD, "/api/policy/v1/brokers", """
                {'name': '蓉安保险经纪有限公司', 'licenceNo': 'B-%s'}""".formatted(name)));
        for (var engagement : List.of("engagement", "otherEngagement")) {
            keep(engagement, world.act(IM, "/api/policy/v1/broker-engagements", """
                    {'brokerId': '%s', 'companyId': '%s', 'from': '%s', 'to': '%s', 'suppliesPeople': false}""".formatted(
                            broker, ids.get("company"), today, today.plusYears(1))));
        }
        keep("profile", world.act(IM, "/api/policy/v1/company-profiles", """
                {'companyId': '%s', 'values': {'employees': 10}}""".formatted(ids.get("company"))));
    }

    private void payee() {
        keep("payee", world.act(IM, "/api/policy/v1/payees", "{'name': '张三'}"));
    }

    private Answer active(String policyNo) {
        var policy =
                world.draftPolicy(policyNo, today, today.plusYears(1)).created().id();
        world.disclose(policy).ok();
        world.activate(policy).ok();
        return world.read(IM, "/api/policy/v1/policies/" + policy).ok();
    }

    private void money() {
        world.receivePremium(policy(), "50000.00", today).ok();
        payee();
        platform.settle();
        var year = today.getYear();
        ids.put("pool", world.pool(year).toString());
        var expense = world.draftExpense(year, "10.00", today).ok().text("/openExpenses/0/id");
        world.postExpense(year, UUID.fromString(expense)).ok();
        ids.put("expense", world.draftExpense(year, "20.00", today).ok().text("/openExpenses/0/id"));
        ids.put("otherExpense", world.draftExpense(year, "30.00", today).ok().text("/openExpenses/1/id"));
        ids.put("entryNo", "1");
    }

    private void files() {
        keep("import", handedIn());
        keep("otherImport", handedIn());
    }

    private Answer handedIn() {
        var file = "统一社会信用代码,企业名称,行业代码,企业规模,风险所在地区划代码,地址\n" + Usccs.fresh() + ",成都锦江五金有限公司,C3484,小型," + area + ",一号\n";
        return platform.gateway().postFile(token(IM), "/api/policy/v1/imports?kind=COMPANIES", "text/csv", file);
    }

    private void people() {
        var registered = world.registerProfessionals();
        ids.put("professionalOf", keep("professional", registered.get(0)).toString());
        keep("secondProfessional", registered.get(1));
        world.certifyAll();
        var own = keep("ownProfessional", world.registerOwnProfessional("OWN-1"));
        List.of("IM", "IS", "CP", "EA").forEach(role -> ids.put("professionalOf@" + role, own.toString()));
        world.certify(IM, own).ok();
        keep("agreement", world.signAgreement(today, today.plusYears(1)));
        keep("agreement@SP", world.signAgreementWith(world.professionals().get(0), today, today.plusYears(1)));
        keep("team", world.formTeam(world.professionals()));
        platform.settle();
        keep("group", world.formGroup(policy(), world.professionals().subList(0, 2)));
        world.formGroup(
                        UUID.fromString(ids.get("otherPolicy")),
                        world.professionals().subList(0, 2))
                .created();
        platform.settle();
    }

    private void service() {
        keep("openPlan", world.draftPlan(UUID.fromString(ids.get("otherPolicy"))));
        var plan = keep("plan", world.draftPlan(policy()));
        world.sendPlan(plan).ok();
        world.confirmPlan(Role.IS, plan).ok();
        world.confirmPlan(ID, plan).ok();
        keep("visit", world.planVisit(plan, today));
        keep("otherVisit", world.planVisit(plan, today));
        keep("refusedVisit", world.planVisit(plan, today));
        var running = keep("running", world.planVisit(plan, today));
        world.confirmVisit(running).ok();
        world.checkIn(running).ok();
        keep("hazard", world.findHazard(running));
    }

    private void complaints() {
        keep("channel", world.openChannel());
        var officer = keep("officer", world.appointOfficer("ic." + name));
        keep("otherOfficer", world.appointOfficer("ic2." + name));
        keep("complaint", world.fileComplaint(policy()));
        escalations.forEach((to, target) -> escalated(officer, to, target));
    }

    private void escalated(UUID officer, String to, String target) {
        var complaint = keep("complaint@" + to, world.fileComplaint(policy()));
        world.onComplaint(IC, complaint, "registrations", "{'officerId': '%s'}".formatted(officer))
                .ok();
        world.onComplaint(IC, complaint, "replies", World.REPLY).ok();
        world.onComplaint(IM, complaint, "reply-approvals", "{}").ok();
        world.onComplaint(ID, complaint, "dissatisfactions", "{'reason': '没有解决。'}")
                .ok();
        world.onComplaint(ID, complaint, "escalations", "{'target': '%s', 'consent': true}".formatted(target))
                .ok();
    }

    private UUID policy() {
        return UUID.fromString(ids.get("policy"));
    }

    private UUID keep(String what, Answer answer) {
        if (answer.status() != 200) {
            answer.created();
        }
        ids.put(what, answer.id().toString());
        return answer.id();
    }
}
