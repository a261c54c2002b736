package io.fangwei.launcher.bench;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.fangwei.launcher.issuer.DemoUser;
import io.fangwei.launcher.issuer.DemoUsers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;

/** The insurer, the company, the people and the agreed plans that visits need, made through the public interfaces. */
final class World {

    /** A working day with no holiday near it; the clock of the platform stands still on it. */
    static final String TODAY = "2025-03-10";

    static final String ADMINISTRATOR = "ad";
    static final String MANAGER = "im.huaxi";
    static final String STAFF = "is.huaxi";
    static final String COMPANY = "id.jinniu";
    static final String INSTITUTION = "si.anping";
    static final String PROFESSIONAL = "sp.anping1";

    private static final List<String> PROFESSIONALS = List.of(PROFESSIONAL, "sp.anping2", "sp.anping3");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where one driver works, so that drivers meet in no aggregate. */
    record Site(String planId, List<String> professionalIds) {}

    private final Api api;
    private final Map<String, String> tokens;
    private final Map<String, DemoUser> users;
    private final List<Site> sites = new ArrayList<>();

    private World(Api api, Map<String, String> tokens) {
        this.api = api;
        this.tokens = tokens;
        users = DemoUsers.load().all().stream().collect(toMap(DemoUser::username, user -> user));
    }

    static World create(Platform platform, int sites) throws IOException {
        var issuer = new Api(platform.issuer());
        var tokens = new HashMap<String, String>();
        for (var user : List.of(ADMINISTRATOR, MANAGER, STAFF, COMPANY, INSTITUTION, PROFESSIONAL)) {
            tokens.put(user, issuer.login(user, DemoUsers.PASSWORD));
        }
        var world = new World(new Api(platform.gateway()), Map.copyOf(tokens));
        world.build(sites);
        return world;
    }

    String token(String user) {
        return Objects.requireNonNull(tokens.get(user));
    }

    Site site(int driver) {
        return sites.get(driver % sites.size());
    }

    private void build(int count) throws IOException {
        created(ADMINISTRATOR, "/api/policy/v1/insurers", """
                {"name": "华西财险", "licenceNo": "%s", "areas": ["510100"]}""".formatted(
                        user(MANAGER).insurerKey()));
        var institution = created(ADMINISTRATOR, "/api/team/v1/institutions", """
                {"name": "安平安全技术", "uscc": "%s", "kinds": ["SAFETY_ASSESSMENT"], "legalPerson": true,
                 "officeAddress": "成都市", "fullTimeProfessionals": 20, "permits": []}""".formatted(
                        user(INSTITUTION).institutionKey()));
        var company = created(
                STAFF, "/api/policy/v1/companies", """
                {"uscc": "%s", "name": "金牛机械", "industryCode": "C33", "scale": "MEDIUM", "area": "510106",
                 "address": "成都市金牛区"}""".formatted(user(COMPANY).companyKey()));
        created(MANAGER, "/api/team/v1/agreements", """
                {"partyKind": "INSTITUTION", "partyId": "%s", "from": "2025-01-01", "to": "2025-12-31",
                 "scope": "隐患排查", "duties": "按计划提供服务"}""".formatted(institution));
        var professionals = professionals();
        created(STAFF, "/api/team/v1/teams", """
                {"item": "HAZARD_SCREENING", "industry": "C33", "risk": "HIGH", "memberIds": [%s]}""".formatted(quoted(professionals)));
        for (int number = 1; number <= count; number++) {
            sites.add(
                    new Site(agreedPlan(policy(company, number), company, professionals), professionals.subList(0, 2)));
        }
    }

    private List<String> professionals() throws IOException {
        var ids = new ArrayList<String>();
        for (var name : PROFESSIONALS) {
            var id = created(INSTITUTION, "/api/team/v1/professionals", """
                    {"staffNo": "%s", "name": "王国强", "source": "INSTITUTION", "title": "注册安全工程师",
                     "titleLevel": "INTERMEDIATE", "safetyWorkYears": 6, "industries": ["C33"],
                     "items": ["TRAINING", "HAZARD_SCREENING"]}""".formatted(
                            user(name).professionalKey()));
            done(INSTITUTION, "/api/team/v1/professionals/" + id + "/certificates", """
                    {"kind": "REGISTERED_SAFETY_ENGINEER", "level": "INTERMEDIATE", "number": "ZA51-%s",
                     "from": "2023-01-01", "to": "2027-12-31"}""".formatted(
                            user(name).professionalKey()));
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    private String policy(String company, int number) throws IOException {
        var policy = created(MANAGER, "/api/policy/v1/policies", """
                {"policyNo": "AZX-BENCH-%04d", "companyId": "%s", "from": "2025-01-01", "to": "2025-12-31",
                 "premium": "30000.00", "serviceTerms": [
                  {"item": "TRAINING", "content": "集中授课", "frequency": 1, "period": "YEAR"},
                  {"item": "HAZARD_SCREENING", "content": "现场排查", "frequency": 2, "period": "YEAR"}]}""".formatted(number, company));
        done(STAFF, "/api/policy/v1/policies/" + policy + "/disclosures", "{\"version\": \"v1\"}");
        done(MANAGER, "/api/policy/v1/policies/" + policy + "/activations", "{}");
        return policy;
    }

    private String agreedPlan(String policy, String company, List<String> members) {
        onceHeard(STAFF, "/api/team/v1/groups", """
                {"policyId": "%s", "companyId": "%s", "memberIds": [%s]}""".formatted(policy, company, quoted(members)));
        var plan =
                onceHeard(STAFF, "/api/visit/v1/plans", """
                {"policyId": "%s", "industry": "C33", "mainEquipmentProcess": "冲压线", "accidentHistory": "无",
                 "items": [{"item": "HAZARD_SCREENING", "measures": "现场排查", "deliverables": "排查报告", "frequency": 2},
                           {"item": "TRAINING", "measures": "集中授课", "deliverables": "培训记录", "frequency": 1}],
                 "factors": {"industryFeatures": "机械加工", "scale": "中型", "riskDistribution": "冲压", "staff": "120人",
                             "managementBase": "三级标准化", "accidentHistory": "无"},
                 "expectedGoals": "零事故", "supportMatters": "提供会议室"}""".formatted(policy)).id();
        for (var confirmation :
                List.of(new String[] {STAFF, "/dispatches"}, new String[] {COMPANY, "/confirmations"}, new String[] {
                    STAFF, "/confirmations"
                })) {
            onceHeard(confirmation[0], "/api/visit/v1/plans/" + plan + confirmation[1], "");
        }
        return plan;
    }

    private String created(String user, String path, String body) throws IOException {
        return done(user, path, body).id();
    }

    private Api.Answer done(String user, String path, String body) throws IOException {
        return api.post(token(user), path, body).orThrow();
    }

    /** Repeats a command until the service has heard of what others told. */
    private Api.Answer onceHeard(String user, String path, String body) {
        var heard = Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.post(token(user), path, body),
                        answer -> !Set.of(404, 409).contains(answer.status()));
        try {
            return heard.orThrow();
        } catch (IOException refused) {
            throw new IllegalStateException(path, refused);
        }
    }

    private DemoUser user(String name) {
        return Objects.requireNonNull(users.get(name), name);
    }

    static String quoted(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(", "));
    }
}
