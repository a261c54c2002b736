package io.fangwei.complaint;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.deadlines.OverdueWatch;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.testing.Told;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real database and broker, and an insurer, a company and a visit of which others have told it. */
@ServiceTest({"spring.config.name=complaint-service", "fangwei.test.kafka=true"})
public abstract class OverHttp {

    protected static final String COMPLAINTS = "/api/complaint/v1/complaints";
    protected static final String OFFICERS = "/api/complaint/v1/officers";
    protected static final String CHANNELS = "/api/complaint/v1/channels";
    protected static final Duration SOON = Duration.ofSeconds(20);
    protected static final JsonMapper JSON = new JsonMapper();
    protected static final Told TOLD = new Told();

    protected final UUID insurerId = UUID.randomUUID();
    protected final UUID companyId = UUID.randomUUID();
    protected final UUID policyId = UUID.randomUUID();
    protected final UUID visitId = UUID.randomUUID();
    protected final UUID planned = UUID.randomUUID();
    protected final UUID present = UUID.randomUUID();

    protected final Caller manager = Callers.ofInsurer("im.one", insurerId, Role.IM);
    protected final Caller officer = Callers.ofInsurer("ic.one", insurerId, Role.IC);
    protected final Caller company = Callers.ofCompany("id.one", companyId);
    protected final Caller body = Callers.ofArea("sr.one", Role.SR);
    protected final Caller authority = Callers.ofArea("ea.one", Role.EA, "510100");
    protected final Caller platform = Callers.ofArea("cp.one", Role.CP, "510100");

    @Autowired
    protected MockMvc http;

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected OverdueWatch watch;

    @BeforeEach
    void listen() {
        clock.moveTo("2025-03-03");
        tell(
                "policy.company-registered.v1",
                companyId,
                1,
                "{'companyId':'%s','insurerId':'%s','area':'510104'}".formatted(companyId, insurerId));
        tell("policy.policy-activated.v1", policyId, 3, policyActivated("510104"));
        tell("visit.visit-planned.v1", visitId, 1, visit(planned));
        tell("visit.visit-started.v1", visitId, 3, visit(present));
        await().atMost(SOON)
                .until(() -> isKnown("companies", companyId)
                        && isKnown("policies", policyId)
                        && professionalsOf(visitId).containsAll(List.of(planned, present)));
    }

    protected final String policyActivated(String area) {
        return "{'policyId':'%s','policyNo':'P-1','insurerId':'%s','companyId':'%s','area':'%s','highRisk':true}"
                .formatted(policyId, insurerId, companyId, area);
    }

    protected final String visit(UUID professional) {
        return ("{'visitId':'%s','policyId':'%s','insurerId':'%s','companyId':'%s','area':'510104',"
                        + "'participants':[{'professionalId':'%s','source':'OWN'}]}")
                .formatted(visitId, policyId, insurerId, companyId, professional);
    }

    protected final void tell(String type, UUID subject, long sequence, String json) {
        TOLD.event(type, subject, sequence, JSON.readTree(json.replace('\'', '"')));
    }

    protected final Document known(String collection, UUID id) {
        return mongo.findById(id.toString(), Document.class, collection);
    }

    protected final boolean isKnown(String collection, UUID id) {
        return known(collection, id) != null;
    }

    protected final Set<UUID> professionalsOf(UUID visit) {
        var found = known("visits", visit);
        return found == null ? Set.of() : Set.copyOf(found.getList("professionals", UUID.class));
    }

    protected final ResultActions command(Caller caller, String path, String key, String json) throws Exception {
        return http.perform(post(path)
                .header("Authorization", TestTokens.bearer(caller))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace('\'', '"')));
    }

    protected final ResultActions command(Caller caller, String path, String json) throws Exception {
        return command(caller, path, UUID.randomUUID().toString(), json);
    }

    protected final JsonNode done(Caller caller, String path, String json) throws Exception {
        return read(command(caller, path, json).andExpect(status().is2xxSuccessful()));
    }

    protected final ResultActions look(Caller caller, String path) throws Exception {
        return http.perform(get(path).header("Authorization", TestTokens.bearer(caller)));
    }

    protected static JsonNode read(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    protected final String aboutTheVisit() {
        return ("{'visitId':'%s','kind':'COMPLAINT','channel':'WEB','category':'LATE_FEEDBACK',"
                        + "'request':'服务报告迟迟没有反馈给我们。'}")
                .formatted(visitId);
    }

    /** A complaint of the company about the visit; answers its path. */
    protected final String filed() throws Exception {
        return command(company, COMPLAINTS, aboutTheVisit())
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    /** The officer; appointed once, however often a test asks. */
    protected final String appointed() throws Exception {
        return read(command(manager, OFFICERS, "appoint", "{'subject':'ic.one'}"))
                .get("id")
                .asString();
    }

    protected final String registered() throws Exception {
        var at = filed();
        done(officer, at + "/registrations", "{'officerId':'%s'}".formatted(appointed()));
        return at;
    }

    protected final String replied() throws Exception {
        var at = registered();
        done(officer, at + "/replies", THREE_PARTS);
        done(manager, at + "/reply-approvals", "{}");
        return at;
    }

    protected static final String THREE_PARTS =
            "{'facts':'经查，报告晚到两天。','factBasis':'服务记录','measures':'已补送并致歉。','upheld':'UPHELD'}";

    protected final Document stored(String at) {
        return mongo.findById(at.substring(at.lastIndexOf('/') + 1), Document.class, "complaints");
    }
}
