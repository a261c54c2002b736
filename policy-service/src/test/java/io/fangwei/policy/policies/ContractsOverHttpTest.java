package io.fangwei.policy.policies;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.Http;
import io.fangwei.policy.Scene;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest("spring.config.name=policy-service")
class ContractsOverHttpTest {

    @Autowired
    MockMvc mvc;

    private Http http;
    private Scene scene;

    @BeforeEach
    void reach() throws Exception {
        http = new Http(mvc);
        scene = new Scene(http);
    }

    @Test
    @Requirement({"CD-6b", "CD-1b"})
    void the_yearly_service_is_proposed_and_its_absence_refused_or_recorded() throws Exception {
        var training = "[{\"item\":\"TRAINING\",\"content\":\"集中授课\",\"frequency\":1,\"period\":\"YEAR\"}]";
        var policy = scene.draftedPolicy();
        http.put(scene.manager, "/policies/" + policy, "\"1\"", draft(training))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.underChengdu").value(true))
                .andExpect(jsonPath("$.proposedTerms[0].item").value("HAZARD_SCREENING"));
        http.post(scene.staff, "/policies/" + policy + "/disclosures", "{\"version\":\"2025-1\"}");

        http.post(scene.manager, "/policies/" + policy + "/activations", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("yearly-service-missing"));
        http.post(scene.manager, "/policies/" + policy + "/activations", "{\"exceptionReason\":\"停产整改\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.exceptionReason").value("停产整改"));
        http.put(scene.manager, "/policies/" + policy, "\"4\"", draft(training))
                .andExpect(jsonPath("$.rule").value("wrong-policy-status"));
    }

    @Test
    @Requirement("CD-3.4")
    void an_endorsed_contract_is_read_as_of_any_day() throws Exception {
        var policy = scene.activePolicy();
        http.post(
                        scene.manager,
                        "/policies/" + policy + "/endorsements",
                        "{\"effectiveOn\":\"2025-06-01\",\"premium\":\"120000.00\",\"area\":\"510104\",\"reasonCode\":\"MOVED\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contractVersion").value(2))
                .andExpect(jsonPath("$.area").value("510104"));

        http.get(scene.staff, "/policies/" + policy + "/versions")
                .andExpect(jsonPath("$.length()").value(2));
        http.get(scene.staff, "/policies/" + policy + "/versions?on=2025-05-31")
                .andExpect(jsonPath("$[0].premium").value("100000.00"))
                .andExpect(jsonPath("$[0].area").value("510105"));
        http.get(scene.staff, "/policies/" + policy + "/versions?on=2025-06-01")
                .andExpect(jsonPath("$[0].premium").value("120000.00"));
        http.get(new Scene(http).staff, "/policies/" + policy + "/versions").andExpect(status().isNotFound());
    }

    @Test
    void a_renewal_copies_the_terms() throws Exception {
        var policy = scene.activePolicy();

        var renewal = Http.id(http.post(
                        scene.manager,
                        "/policies/" + policy + "/renewals",
                        "{\"policyNo\":\"PA-%s\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isCreated()));

        http.get(scene.staff, "/policies/" + renewal)
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.from").value("2026-01-01"))
                .andExpect(jsonPath("$.renewalOf").value(policy.toString()))
                .andExpect(jsonPath("$.serviceTerms[0].item").value("HAZARD_SCREENING"));
    }

    @Test
    @Requirement("GS-7")
    void the_contract_check_names_all_eleven_clauses() throws Exception {
        var policy = scene.draftedPolicy();
        http.post(
                        scene.staff,
                        "/policies/" + policy + "/contract-clauses",
                        "{\"clauses\":[{\"clause\":\"PAYMENT\",\"place\":\"第 5 条\"}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.missingClauses.length()").value(10));

        http.get(scene.manager, "/policies/" + policy + "/contract-check")
                .andExpect(jsonPath("$.complete").value(false))
                .andExpect(jsonPath("$.present").value(1))
                .andExpect(jsonPath("$.clauses.length()").value(11))
                .andExpect(jsonPath("$.clauses[?(@.clause=='PAYMENT')].place").value("第 5 条"))
                .andExpect(jsonPath("$.clauses[?(@.clause=='BREACH')].present").value(false));
        http.post(scene.staff, "/policies/" + policy + "/contract-clauses", "{\"clauses\":[{\"clause\":\"WEATHER\"}]}")
                .andExpect(status().isBadRequest());
    }

    @Test
    @Requirement({"CD-5.4.1.1b", "AMB-73"})
    void the_complaint_procedure_is_told_and_co_insurers_are_known() throws Exception {
        var lead = new Scene(http);
        var company = lead.registeredCompany();
        var shared = Scene.policy("PA-" + UUID.randomUUID(), company)
                .replace(
                        "\"serviceTerms\"",
                        "\"coInsurers\":[{\"insurerId\":\"%s\",\"share\":\"0.3\"}],\"serviceTerms\"");

        http.post(lead.manager, "/policies", shared.formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.rule").value("co-insurer-unknown"));
        var policy = Http.id(http.post(lead.manager, "/policies", shared.formatted(scene.insurerId))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.coInsurers[0].share").value("0.3")));
        http.post(lead.staff, "/policies/" + policy + "/complaint-procedure-notices", "{\"version\":\"2025-1\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complaintProcedure.by").value("IS"));
        http.get(scene.manager, "/policies/" + policy).andExpect(status().isNotFound());
    }

    @Test
    void how_many_persons_are_insured_is_kept_over_time() throws Exception {
        var policy = scene.activePolicy();
        for (var body : new String[] {
            "{\"from\":\"2025-06-01\",\"insuredPersons\":150}",
            "{\"from\":\"2025-01-01\",\"insuredPersons\":120}",
            "{\"from\":\"2025-06-01\",\"insuredPersons\":160}"
        }) {
            http.post(scene.staff, "/policies/" + policy + "/headcounts", body).andExpect(status().isOk());
        }

        http.get(scene.staff, "/policies/" + policy)
                .andExpect(jsonPath("$.headcounts.length()").value(2))
                .andExpect(jsonPath("$.headcounts[1].insuredPersons").value(160));
        http.post(scene.staff, "/policies/" + policy + "/headcounts", "{\"from\":\"2026-06-01\",\"insuredPersons\":1}")
                .andExpect(jsonPath("$.rule").value("headcount-out-of-term"));
        http.post(scene.staff, "/policies/" + policy + "/headcounts", "{\"from\":\"2025-06-01\",\"insuredPersons\":-1}")
                .andExpect(status().isBadRequest());
    }

    private static String draft(String terms) {
        return "{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\",\"premium\":\"100000.00\",\"serviceTerms\":%s}"
                .formatted(terms);
    }
}
