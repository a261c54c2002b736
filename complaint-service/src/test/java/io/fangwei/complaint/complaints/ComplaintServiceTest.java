package io.fangwei.complaint.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.complaint.OverHttp;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ComplaintServiceTest extends OverHttp {

    @Test
    void a_complaint_goes_from_receipt_to_an_accepted_reply() throws Exception {
        var at = filed();
        var officerId = appointed();

        command(officer, at + "/registrations", "{'officerId':'%s'}".formatted(officerId))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.status").value("REGISTERED"));
        command(officer, at + "/extensions", "{'reasonCode':'SITE_CHECK','notice':'需再次核查'}")
                .andExpect(jsonPath("$.status").value("EXTENDED"));
        command(officer, at + "/replies", THREE_PARTS)
                .andExpect(jsonPath("$.status").value("EXTENDED"))
                .andExpect(jsonPath("$.draft.facts").value("经查，报告晚到两天。"));
        look(company, at)
                .andExpect(jsonPath("$.draft").isEmpty())
                .andExpect(jsonPath("$.reply").isEmpty());
        clock.moveTo("2025-04-15");
        command(manager, at + "/reply-approvals", "{}")
                .andExpect(jsonPath("$.status").value("REPLIED"))
                .andExpect(jsonPath("$.answerBy").value("2025-05-08"));
        look(company, at).andExpect(jsonPath("$.reply.measures").value("已补送并致歉。"));
        command(company, at + "/acceptances", "")
                .andExpect(jsonPath("$.status").value("CLOSED_SATISFIED"))
                .andExpect(jsonPath("$.silentClose").value(false));

        var state = stored(at).get("state", Document.class);
        assertThat(state)
                .containsEntry("status", "CLOSED_SATISFIED")
                .containsEntry("insurerId", insurerId)
                .doesNotContainKeys("draft", "answerBy");
        assertThat(stored(at)).doesNotContainKey("nextDue").containsEntry("version", 6L);
    }

    @Test
    void every_step_of_the_life_stands_in_the_journal_with_who_did_it() throws Exception {
        var at = replied();
        var journal = "/api/complaint/v1/journal/complaint/" + at.substring(at.lastIndexOf('/') + 1);

        await().atMost(SOON)
                .untilAsserted(() -> look(manager, journal)
                        .andExpect(
                                jsonPath("$[*].to").value(contains("SUBMITTED", "REGISTERED", "REGISTERED", "REPLIED")))
                        .andExpect(jsonPath("$[*].actor").value(contains("id.one", "ic.one", "ic.one", "im.one")))
                        .andExpect(jsonPath("$[2].type").value("complaint.reply-drafted.v1")));
    }

    @Test
    void a_repeated_command_is_answered_again_and_counts_once() throws Exception {
        var at = registered();
        var reason = "{'reasonCode':'SITE_CHECK','notice':'需再次核查'}";

        command(officer, at + "/extensions", "k1", reason).andExpect(header().doesNotExist("Idempotency-Replayed"));
        command(officer, at + "/extensions", "k1", reason)
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.status").value("EXTENDED"));

        assertThat(stored(at)).containsEntry("version", 3L);
    }

    @Test
    void the_same_filing_again_is_a_replay_even_on_another_day() throws Exception {
        var filing = aboutTheVisit().replace("}", ",'receivedOn':'2025-03-03'}");
        var key = UUID.randomUUID().toString();
        var first = command(company, COMPLAINTS, key, filing).andExpect(status().isCreated());
        clock.moveTo("2025-03-05");

        command(company, COMPLAINTS, key, filing)
                .andExpect(status().isCreated())
                .andExpect(header().string(
                                "Location", first.andReturn().getResponse().getHeader("Location")))
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.receivedOn").value("2025-03-03"));
        look(company, COMPLAINTS).andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void a_key_that_comes_with_another_body_is_unprocessable() throws Exception {
        var key = UUID.randomUUID().toString();
        command(company, COMPLAINTS, key, aboutTheVisit());
        command(company, COMPLAINTS, key, aboutTheVisit().replace("LATE_FEEDBACK", "ATTITUDE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("idempotency-key-reused"));

        look(company, COMPLAINTS).andExpect(jsonPath("$.items[0].category").value("LATE_FEEDBACK"));
    }

    @Test
    void a_refused_step_names_the_rule_and_leaves_nothing_behind() throws Exception {
        var at = registered();
        await().atMost(SOON).until(() -> !stored(at).containsKey("pendingSince"));
        var before = stored(at);

        refused(officer, at + "/registrations", "{'officerId':'%s'}".formatted(appointed()), "wrong-stage");
        refused(officer, at + "/replies", "{'facts':'x','upheld':'PARTLY'}", "reply-parts-missing");
        refused(manager, at + "/reply-approvals", "{}", "reply-not-drafted");
        refused(company, at + "/escalations", "{'target':'OTHER','consent':true}", "no-clock-breached");
        refused(company, at + "/acceptances", "", "wrong-stage");

        assertThat(stored(at)).isEqualTo(before);
    }

    @Test
    void who_drafted_the_reply_cannot_approve_it_in_another_role() throws Exception {
        var both = Callers.ofInsurer("ic.one", insurerId, Role.IC, Role.IM);
        var at = registered();
        done(both, at + "/replies", THREE_PARTS);

        refused(both, at + "/reply-approvals", "{}", "four-eyes");
        command(manager, at + "/reply-approvals", "").andExpect(status().isOk());
    }

    @Test
    @Requirement("CD-5.4.1.2")
    void an_officer_who_took_part_in_the_visit_or_in_another_of_the_policy_cannot_handle_the_complaint()
            throws Exception {
        var aboutThePolicy =
                aboutTheVisit().replace("visitId", "policyId").replace(visitId.toString(), policyId.toString());
        for (var filing : List.of(aboutTheVisit(), aboutThePolicy)) {
            var at = COMPLAINTS + "/"
                    + done(company, COMPLAINTS, filing).get("id").asString();
            for (var professional : Set.of(planned, present)) {
                var concerned = done(
                        manager,
                        OFFICERS,
                        "{'subject':'%s','professionalId':'%s'}".formatted(UUID.randomUUID(), professional));
                refused(
                        manager,
                        at + "/registrations",
                        "{'officerId':'%s'}".formatted(concerned.get("id").asString()),
                        "officer-concerned");
            }
        }
    }

    @Test
    void what_does_not_belong_together_is_not_accepted() throws Exception {
        var other = UUID.randomUUID();
        filingRefused(company, "'visitId':'%s'".formatted(other), "visit-unknown");
        filingRefused(company, "'policyId':'%s'".formatted(other), "policy-unknown");
        filingRefused(company, "'visitId':'%s','policyId':'%s'".formatted(visitId, other), "subject-mismatch");
        filingRefused(company, "'policyId':'%s','insurerId':'%s'".formatted(policyId, other), "subject-mismatch");
        filingRefused(company, "'companyId':'%s'".formatted(other), "company-not-yours");
        filingRefused(company, "'receivedOn':'2025-03-01','policyId':'%s'".formatted(policyId), "receipt-day-fixed");
        filingRefused(company, "'reopens':'%s'".formatted(other), "reopening-by-insurer-only");
        filingRefused(company, "'visitId':null", "insurer-missing");
        filingRefused(company, "'insurerId':'%s'".formatted(other), "not-insured");
        filingRefused(officer, "'policyId':'%s'".formatted(policyId), "company-missing");
        filingRefused(officer, "'companyId':'%s'".formatted(other), "not-insured");
        filingRefused(officer, "'companyId':'%s','policyId':'%s'".formatted(other, policyId), "policy-unknown");
        filingRefused(officer, "'companyId':'%s','receivedOn':'2025-03-04'".formatted(companyId), "received-in-future");
        filingRefused(Callers.ofCompany("id.two", other), "'visitId':'%s'".formatted(visitId), "visit-unknown");

        look(company, COMPLAINTS).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void an_insurer_files_nothing_for_a_company_that_it_does_not_insure() throws Exception {
        var stranger = Callers.ofInsurer("ic.two", UUID.randomUUID(), Role.IC);

        filingRefused(stranger, "'companyId':'%s'".formatted(companyId), "not-insured");
        filingRefused(stranger, "'companyId':'%s','visitId':'%s'".formatted(companyId, visitId), "visit-unknown");
        look(company, COMPLAINTS).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void a_free_subject_needs_only_the_insurer() throws Exception {
        var filing = filing("'insurerId':'%s'".formatted(insurerId));

        command(company, COMPLAINTS, filing)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.area").value("510104"))
                .andExpect(jsonPath("$.policyId").isEmpty());
    }

    @Test
    @Requirement("AMB-10")
    void what_came_by_telephone_was_received_when_the_company_called() throws Exception {
        var call = filing("'companyId':'%s','policyId':'%s','receivedOn':'2025-02-26'".formatted(companyId, policyId));

        var at = COMPLAINTS + "/" + done(officer, COMPLAINTS, call).get("id").asString();

        look(company, at)
                .andExpect(jsonPath("$.receivedOn").value("2025-02-26"))
                .andExpect(jsonPath("$.replyDue").value("2025-03-07"))
                .andExpect(jsonPath("$.submittedAt").value("2025-03-03T01:00:00Z"));
    }

    @Test
    @Requirement("AMB-12")
    void the_insurer_may_take_up_a_case_again_as_a_complaint_with_clocks_of_its_own() throws Exception {
        var at = replied();
        done(company, at + "/dissatisfactions", "{'reason':'没有说明原因'}");
        var before = stored(at).get("state");
        clock.moveTo("2025-03-20");
        var first = at.substring(at.lastIndexOf('/') + 1);
        var again = filing("'companyId':'%s','policyId':'%s','reopens':'%s'".formatted(companyId, policyId, first));

        command(officer, COMPLAINTS, again)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reopens").value(first))
                .andExpect(jsonPath("$.receivedOn").value("2025-03-20"))
                .andExpect(jsonPath("$.replyDue").value("2025-03-31"));

        assertThat(stored(at).get("state")).isEqualTo(before);
        filingRefused(
                officer,
                "'companyId':'%s','policyId':'%s','reopens':'%s'".formatted(companyId, policyId, UUID.randomUUID()),
                "earlier-complaint-unknown");
    }

    @Test
    void a_foreign_complaint_is_not_found() throws Exception {
        var at = filed();
        var others = List.of(
                Callers.ofInsurer("ic.two", UUID.randomUUID(), Role.IC),
                Callers.ofCompany("id.two", UUID.randomUUID()),
                Callers.ofArea("cp.two", Role.CP, "510700"),
                body,
                authority);

        for (var other : others) {
            look(other, at).andExpect(status().isNotFound());
            look(other, at + "/deadlines").andExpect(status().isNotFound());
            look(other, COMPLAINTS).andExpect(jsonPath("$.items[*].id").value(not(hasItem(at))));
        }
        command(others.get(1), at + "/withdrawals", "").andExpect(status().isNotFound());
        look(company, COMPLAINTS + "/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    @Requirement("CD-5.4.2.2")
    void a_body_sees_a_complaint_once_the_company_has_turned_to_it_and_records_the_outcome() throws Exception {
        var at = replied();
        done(company, at + "/dissatisfactions", "{'reason':'没有说明原因'}");

        command(officer, at + "/escalations", "{'target':'SELF_REGULATION','consent':true}")
                .andExpect(jsonPath("$.status").value("ESCALATED_SELF_REGULATION"));
        look(body, at).andExpect(jsonPath("$.dissatisfaction.reason").value("没有说明原因"));
        look(authority, at).andExpect(status().isNotFound());

        command(company, at + "/escalations", "{'target':'EMERGENCY_AUTHORITY','consent':true}")
                .andExpect(jsonPath("$.status").value("ESCALATED_AUTHORITY"));
        look(Callers.ofArea("ea.two", Role.EA, "510700"), at).andExpect(status().isNotFound());
        refused(body, at + "/outcomes", "{'outcome':'已调解'}", "not-escalated-to-you");
        command(authority, at + "/outcomes", "{'outcome':'属实，责令整改'}")
                .andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.outcome").value("DECIDED"));
        look(company, at).andExpect(jsonPath("$.escalations[1].outcome").value("属实，责令整改"));
    }

    @Test
    void the_city_platform_sees_the_case_without_its_texts() throws Exception {
        var at = replied();
        done(company, at + "/dissatisfactions", "{'reason':'没有说明原因'}");

        look(platform, at)
                .andExpect(jsonPath("$.status").value("DISSATISFIED"))
                .andExpect(jsonPath("$.category").value("LATE_FEEDBACK"))
                .andExpect(jsonPath("$.reply.upheld").value("UPHELD"))
                .andExpect(jsonPath("$.reply.facts").isEmpty())
                .andExpect(jsonPath("$.request").isEmpty())
                .andExpect(jsonPath("$.dissatisfaction.reason").isEmpty());
    }

    @Test
    void service_staff_and_professionals_do_not_look_at_complaints() throws Exception {
        var at = filed();

        for (var stranger :
                List.of(Callers.ofInsurer("is.one", insurerId, Role.IS), Callers.professional("sp.one", present))) {
            look(stranger, at)
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.rule").value("role-not-allowed"));
        }
    }

    @Test
    void what_is_wrong_is_said_field_by_field_in_chinese_and_english() throws Exception {
        var broken = "{'kind':'COMPLAINT','category':'OTHER','request':' '}";

        command(company, COMPLAINTS, broken)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("channel")))
                .andExpect(jsonPath("$.errors[?(@.field=='request')].message").value("不能为空"));
        http.perform(post(COMPLAINTS)
                        .header("Authorization", TestTokens.bearer(company))
                        .header("Idempotency-Key", "k")
                        .header("Accept-Language", "en")
                        .contentType("application/json")
                        .content(broken.replace('\'', '"')))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field=='request')].message").value("must not be blank"));
        command(company, COMPLAINTS, aboutTheVisit().replace("'WEB'", "'PIGEON'"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("channel"));
    }

    @Test
    void complaints_are_listed_page_by_page_and_by_status() throws Exception {
        var first = filed();
        filed();
        filed();
        done(company, first + "/withdrawals", "");

        var page = read(look(company, COMPLAINTS + "?limit=2"));
        assertThat(page.get("items").size()).isEqualTo(2);
        look(company, COMPLAINTS + "?limit=2&after=" + page.get("next").asString())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        look(officer, COMPLAINTS + "?status=WITHDRAWN")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(first.substring(first.lastIndexOf('/') + 1)));
        look(officer, COMPLAINTS + "?visitId=" + visitId)
                .andExpect(jsonPath("$.items.length()").value(3));
        look(officer, COMPLAINTS + "?companyId=" + UUID.randomUUID())
                .andExpect(jsonPath("$.items").isEmpty());
        look(officer, COMPLAINTS + "?status=LOST").andExpect(status().isBadRequest());
    }

    @Test
    @Requirement({"CLK-08", "CLK-09"})
    void the_watch_notices_each_missed_clock_once() throws Exception {
        var at = registered();
        clock.moveToMinute("2025-03-12T23:59");
        watch.runNow();
        assertThat(events(at)).isEqualTo(2);

        clock.moveToMinute("2025-03-13T00:00");
        watch.runNow();
        watch.runNow();
        assertThat(events(at)).isEqualTo(3);
        assertThat(stored(at)).containsEntry("nextDue", "2025-04-15");

        clock.moveTo("2025-04-16");
        watch.runNow();
        assertThat(events(at)).isEqualTo(4);
        look(company, at + "/deadlines").andExpect(jsonPath("$[*].state").value(contains("MISSED", "MISSED")));
        command(company, at + "/escalations", "{'target':'FINANCIAL_REGULATOR','consent':true}")
                .andExpect(status().isOk());
    }

    @Test
    @Requirement("AMB-12")
    void taking_up_a_case_again_does_not_heal_the_breach_of_the_first() throws Exception {
        var at = registered();
        clock.moveTo("2025-03-20");
        watch.runNow();
        done(officer, at + "/replies", THREE_PARTS);
        done(manager, at + "/reply-approvals", "{}");
        done(company, at + "/dissatisfactions", "{'reason':'没有说明原因'}");
        var first = at.substring(at.lastIndexOf('/') + 1);

        done(
                officer,
                COMPLAINTS,
                filing("'companyId':'%s','policyId':'%s','reopens':'%s'".formatted(companyId, policyId, first)));

        look(company, at + "/deadlines")
                .andExpect(jsonPath("$[0].rule").value("CLK-08"))
                .andExpect(jsonPath("$[0].state").value("MISSED"));
    }

    @Test
    @Requirement("CD-5.4.2.2")
    void the_watch_closes_what_nobody_answers() throws Exception {
        var silent = replied();
        var unresolved = replied();
        done(company, unresolved + "/dissatisfactions", "{'reason':'没有说明原因'}");

        clock.moveTo("2025-05-20");
        watch.runNow();

        look(company, silent)
                .andExpect(jsonPath("$.status").value("CLOSED_SATISFIED"))
                .andExpect(jsonPath("$.silentClose").value(true));
        look(company, unresolved).andExpect(jsonPath("$.status").value("CLOSED_UNRESOLVED"));
        command(company, unresolved + "/escalations", "{'target':'SELF_REGULATION','consent':true}")
                .andExpect(jsonPath("$.status").value("ESCALATED_SELF_REGULATION"));
    }

    @Test
    @Requirement({"CLK-08", "CLK-09"})
    void the_deadlines_explain_each_day_across_spring_festival() throws Exception {
        clock.moveTo("2025-01-23");
        var at = filed();

        look(company, at + "/deadlines")
                .andExpect(jsonPath("$[0].rule").value("CLK-08"))
                .andExpect(jsonPath("$[0].due").value("2025-02-08"))
                .andExpect(jsonPath("$[0].state").value("OPEN"))
                .andExpect(jsonPath("$[0].provisional").value(false))
                .andExpect(jsonPath("$[0].days.length()").value(17))
                .andExpect(jsonPath("$[0].days[0].reason").value("START_DAY"))
                .andExpect(jsonPath("$[0].days[?(@.day=='2025-01-26')].reason").value("MAKE_UP_DAY"))
                .andExpect(jsonPath("$[0].days[?(@.day=='2025-01-29')].holiday").value("春节"))
                .andExpect(jsonPath("$[0].days[?(@.day=='2025-01-29')].counted").value(false))
                .andExpect(jsonPath("$[0].days[16].day").value("2025-02-08"))
                .andExpect(jsonPath("$[0].days[16].reason").value("MAKE_UP_DAY"))
                .andExpect(jsonPath("$[0].days[16].number").value(7))
                .andExpect(jsonPath("$[1].rule").value("CLK-09"))
                .andExpect(jsonPath("$[1].due").value("2025-03-12"))
                .andExpect(jsonPath("$[1].length").value(30));
    }

    private int events(String at) {
        return stored(at).getLong("events").intValue();
    }

    private void refused(Caller caller, String path, String json, String rule) throws Exception {
        command(caller, path, json)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:problem:" + rule));
    }

    private void filingRefused(Caller caller, String fields, String rule) throws Exception {
        refused(caller, COMPLAINTS, filing(fields), rule);
    }

    private static String filing(String fields) {
        return "{'kind':'OBJECTION','channel':'HOTLINE','category':'OTHER','request':'请说明',%s}".formatted(fields);
    }
}
