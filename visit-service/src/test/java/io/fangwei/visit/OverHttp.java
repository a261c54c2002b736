package io.fangwei.visit;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Asks the service over HTTP, each test for an insurer and a company of its own. */
@Import(DatabaseCommands.class)
public abstract class OverHttp {

    protected static final String API = "/api/visit/v1";
    protected static final TeamStub TEAM = new TeamStub();

    @Autowired
    protected MockMvc http;

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected OverdueWatch watch;

    @Autowired
    CircuitBreakerRegistry breakers;

    protected final UUID insurerId = UUID.randomUUID();
    protected final UUID companyId = UUID.randomUUID();
    protected final UUID policyId = UUID.randomUUID();
    protected final UUID anna = UUID.randomUUID();
    protected final UUID bo = UUID.randomUUID();
    protected final Caller manager = Callers.ofInsurer("im.one", insurerId, Role.IM);
    protected final Caller staff = Callers.ofInsurer("is.one", insurerId, Role.IS);
    protected final Caller company = Callers.ofCompany("id.one", companyId);
    protected final Caller professional = Callers.professional("sp.anna", anna);
    protected final Caller stranger = Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM, Role.IS);

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry properties) {
        properties.add("fangwei.issuer", TEAM::url);
        properties.add("fangwei.team-service.url", TEAM::url);
    }

    @BeforeEach
    void begin() {
        clock.moveTo("2025-03-03");
        TEAM.be(TeamStub.Mood.EVERYBODY_MAY);
        breakers.circuitBreaker("team-service").reset();
    }

    /** The policy and the group as they were heard of. */
    protected void heard() {
        mongo.getCollection("policies")
                .insertOne(new Document("_id", policyId.toString())
                        .append("insurerId", insurerId)
                        .append("companyId", companyId)
                        .append("area", "510104")
                        .append("from", "2025-01-01")
                        .append("to", "2025-12-31")
                        .append("items", List.of("HAZARD_SCREENING"))
                        .append("status", "ACTIVE"));
        mongo.getCollection("groups")
                .insertOne(new Document("_id", policyId.toString()).append("memberIds", List.of(anna, bo)));
    }

    protected ResultActions ask(Caller caller, String path, Object... variables) throws Exception {
        return as(caller, get(API + path, variables));
    }

    protected ResultActions command(Caller caller, String path, String body) throws Exception {
        return command(caller, UUID.randomUUID().toString(), path, body);
    }

    protected ResultActions command(Caller caller, String key, String path, String body) throws Exception {
        return as(caller, keyed(key, path, body));
    }

    protected static MockHttpServletRequestBuilder keyed(String key, String path, String body) {
        return post(API + path)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }

    protected ResultActions as(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(caller)));
    }

    protected void ok(Caller caller, String path, String body) throws Exception {
        command(caller, path, body).andExpect(status().isOk());
    }

    protected UUID created(Caller caller, String path, String body) throws Exception {
        var answer = command(caller, path, body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        return UUID.fromString(JsonPath.read(answer.getContentAsString(), "$.id"));
    }

    protected UUID agreedPlan() throws Exception {
        var plan = created(staff, "/plans", plan());
        ok(staff, "/plans/" + plan + "/dispatches", "");
        ok(company, "/plans/" + plan + "/confirmations", "");
        ok(staff, "/plans/" + plan + "/confirmations", "");
        return plan;
    }

    protected String plan() {
        return """
                {"policyId": "%s", "industry": "C33", "mainEquipmentProcess": "冲压线", "accidentHistory": "无",
                 "items": [{"item": "HAZARD_SCREENING", "measures": "现场排查", "deliverables": "排查报告", "frequency": 2},
                           {"item": "TRAINING", "measures": "集中授课", "deliverables": "培训记录", "frequency": 1}],
                 "factors": {"industryFeatures": "机械加工", "scale": "中型", "riskDistribution": "冲压", "staff": "120人",
                             "managementBase": "三级标准化", "accidentHistory": "无"},
                 "expectedGoals": "零事故", "supportMatters": "提供会议室"}""".formatted(policyId);
    }

    protected String visit(UUID plan, String item, String day, UUID... people) {
        var ids = Arrays.stream(people).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return """
                {"planId": "%s", "item": "%s", "plannedOn": "%s", "place": "二车间", "participantIds": [%s]}""".formatted(plan, item, day, ids);
    }

    protected UUID plannedVisit(UUID plan, String item) throws Exception {
        return created(staff, "/visits", visit(plan, item, "2025-03-10", anna, bo));
    }

    protected UUID startedVisit(UUID plan, String item) throws Exception {
        var visit = plannedVisit(plan, item);
        ok(company, "/visits/" + visit + "/confirmations", CONFIRMED);
        ok(professional, "/visits/" + visit + "/check-ins", present(anna, bo));
        return visit;
    }

    protected static final String CONFIRMED = """
            {"itemConfirmed": true, "measuresConfirmed": true, "timeConfirmed": true}""";

    protected static final String SCREENING_RECORD = """
            {"summary": "排查发现一处隐患", "place": "二车间", "startedAt": "2025-03-10T09:00:00+08:00",
             "endedAt": "2025-03-10T17:00:00+08:00", "deliverables": ["排查报告.pdf"],
             "typeFields": {"checklist": "清单", "table8": "表8", "table9": "表9", "report": "报告", "sitePhotos": "照片"}}""";

    protected static String present(UUID... people) {
        return "{\"presentIds\": ["
                + Arrays.stream(people).map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]}";
    }

    protected Document stored(String collection, UUID id) {
        return mongo.findById(id.toString(), Document.class, collection);
    }
}
