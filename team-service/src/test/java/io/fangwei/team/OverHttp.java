package io.fangwei.team;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.team.policies.InsuredPolicies;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Asks the service over HTTP, each test for an insurer of its own. */
@ServiceTest("spring.config.name=team-service")
abstract class OverHttp {

    static final String API = "/api/team/v1";

    @Autowired
    MockMvc http;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    TestClock clock;

    final UUID insurerId = UUID.randomUUID();
    final Caller manager = Callers.ofInsurer("im.one", insurerId, Role.IM);
    final Caller staff = Callers.ofInsurer("is.one", insurerId, Role.IS);
    final Caller stranger = Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM);

    @BeforeEach
    void setTheDay() {
        clock.moveTo("2025-03-03");
    }

    ResultActions ask(Caller caller, String path, Object... variables) throws Exception {
        return as(caller, get(API + path, variables));
    }

    ResultActions command(Caller caller, String path, String body) throws Exception {
        return command(caller, UUID.randomUUID().toString(), path, body);
    }

    ResultActions command(Caller caller, String key, String path, String body) throws Exception {
        return as(caller, keyed(path, key, body));
    }

    MockHttpServletRequestBuilder keyed(String path, String key, String body) {
        return post(API + path)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }

    ResultActions as(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", TestTokens.bearer(caller)));
    }

    UUID created(Caller caller, String path, String body) throws Exception {
        var answer = command(caller, path, body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        return UUID.fromString(JsonPath.read(answer.getContentAsString(), "$.id"));
    }

    UUID institution() throws Exception {
        return created(Callers.administrator(), "/institutions", institution(uscc(), 5));
    }

    static String institution(String uscc, int professionals) {
        return """
                {"name": "成都安评技术有限公司", "uscc": "%s", "kinds": ["SAFETY_ASSESSMENT", "TRAINING"], "legalPerson": true,
                 "officeAddress": "成都市锦江区一号", "fullTimeProfessionals": %d,
                 "permits": [{"kind": "安全评价", "number": "APJ-1", "authority": "四川省应急管理厅", "from": "2024-01-01",
                              "to": "2026-12-31"}]}""".formatted(uscc, professionals);
    }

    static String uscc() {
        return "915101"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("\\D", "")
                        .concat("000000000000")
                        .substring(0, 12);
    }

    static String professional(String source) {
        return """
                {"staffNo": "%s", "name": "张建国", "source": "%s", "title": "安全工程师", "titleLevel": "INTERMEDIATE",
                 "safetyWorkYears": 6, "industries": ["C26"], "items": ["HAZARD_SCREENING", "TRAINING"]}""".formatted(UUID.randomUUID(), source);
    }

    static String certificate(String from, String to) {
        return """
                {"kind": "REGISTERED_SAFETY_ENGINEER", "level": "INTERMEDIATE", "number": "AQ-100", "from": "%s", "to": "%s"}""".formatted(from, to);
    }

    UUID qualified(Caller employer, String source) throws Exception {
        var id = created(employer, "/professionals", professional(source));
        command(employer, "/professionals/" + id + "/certificates", certificate("2024-01-01", "2025-12-31"))
                .andExpect(status().isOk());
        return id;
    }

    static String team(UUID... members) {
        return """
                {"item": "HAZARD_SCREENING", "industry": "C26", "risk": "FIRE", "memberIds": %s}""".formatted(ids(members));
    }

    static String group(UUID policyId, UUID companyId, UUID... members) {
        return """
                {"policyId": "%s", "companyId": "%s", "memberIds": %s}""".formatted(policyId, companyId, ids(members));
    }

    static String agreement(String kind, UUID partyId) {
        return """
                {"partyKind": "%s", "partyId": "%s", "from": "2025-01-01", "to": "2025-12-31", "scope": "隐患排查",
                 "duties": "按规范提供服务并按时提交记录"}""".formatted(kind, partyId);
    }

    /** A policy as it was heard of. */
    UUID policy(UUID companyId) {
        var id = UUID.randomUUID();
        mongo.getCollection(InsuredPolicies.COLLECTION)
                .insertOne(new Document("_id", id.toString())
                        .append("insurerId", insurerId)
                        .append("companyId", companyId)
                        .append("area", "510104")
                        .append("from", "2025-01-01")
                        .append("to", "2025-12-31")
                        .append("active", true));
        return id;
    }

    Document stored(String collection, UUID id) {
        return mongo.findById(id.toString(), Document.class, collection);
    }

    private static String ids(UUID... ids) {
        return "[\""
                + String.join(
                        "\",\"",
                        java.util.Arrays.stream(ids).map(UUID::toString).toList()) + "\"]";
    }
}
