package io.fangwei.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.policies.InsuredPolicies;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TeamsAndGroupsOverHttpTest extends OverHttp {

    final UUID companyId = UUID.randomUUID();

    @Test
    @Requirement("AMB-59")
    void three_qualified_people_are_a_team() throws Exception {
        var members = three();

        var id = created(staff, "/teams", team(members));

        ask(manager, "/teams/" + id)
                .andExpect(jsonPath("$.insurerId").value(insurerId.toString()))
                .andExpect(jsonPath("$.item").value("HAZARD_SCREENING"))
                .andExpect(jsonPath("$.memberIds.length()").value(3))
                .andExpect(jsonPath("$.belowThree").value(false));
        ask(manager, "/teams?item=TRAINING").andExpect(jsonPath("$.items").isEmpty());
        ask(manager, "/teams?item=HAZARD_SCREENING")
                .andExpect(jsonPath("$.items.length()").value(1));
        ask(stranger, "/teams/" + id).andExpect(status().isNotFound());
    }

    @Test
    @Requirement("CD-5.2.2b")
    void there_is_one_team_for_each_item_industry_and_risk() throws Exception {
        var body = team(three());
        created(staff, "/teams", body);

        command(staff, "/teams", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"))
                .andExpect(header().exists("Location"));
        created(staff, "/teams", body.replace("FIRE", "EXPLOSION"));
        created(staff, "/teams", body.replace("C26", "C30"));
        created(staff, "/teams", body.replace("HAZARD_SCREENING", "TRAINING"));
    }

    @Test
    void a_team_is_answered_again_even_when_its_people_are_no_longer_qualified() throws Exception {
        var body = team(three());
        command(staff, "k1", "/teams", body).andExpect(status().isCreated());

        clock.moveTo("2027-01-01");
        command(staff, "k1", "/teams", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"));
    }

    @Test
    void somebody_unknown_foreign_or_unqualified_is_in_no_team() throws Exception {
        var foreign = qualified(stranger, "OWN");
        var unqualified = created(manager, "/professionals", professional("OWN"));

        refusedTeam("member-unknown", UUID.randomUUID());
        refusedTeam("member-unknown", foreign);
        refusedTeam("member-not-qualified", unqualified);
        assertThat(mongo.getCollection("teams").countDocuments(new Document("state.insurerId", insurerId)))
                .isZero();
    }

    @Test
    @Requirement("CD-5.3.1b")
    void a_policy_has_one_group_which_serves_its_company() throws Exception {
        var members = three();
        created(staff, "/teams", team(members));
        var policyId = policy(companyId);

        var id = created(staff, "/groups", group(policyId, companyId, members[0]));

        command(staff, "/groups", group(policyId, companyId, members[1]))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"));
        ask(staff, "/groups?companyId={id}", companyId)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(id.toString()))
                .andExpect(jsonPath("$.items[0].area").value("510104"));
        ask(stranger, "/groups/" + id).andExpect(status().isNotFound());
    }

    @Test
    @Requirement("CD-5.3.1a")
    void a_group_grows_from_the_teams_and_from_nowhere_else() throws Exception {
        var members = three();
        created(staff, "/teams", team(members[0], members[1]));
        var policyId = policy(companyId);
        var id = created(staff, "/groups", group(policyId, companyId, members[0]));
        var before = stored("groups", id);

        command(staff, "/groups/" + id + "/members", "{\"professionalId\": \"" + members[2] + "\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("member-not-in-team"));
        assertThat(stored("groups", id)).isEqualTo(before);

        command(staff, "/groups/" + id + "/members", "{\"professionalId\": \"" + members[1] + "\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.memberIds.length()").value(2));
        command(stranger, "/groups/" + id + "/members", "{\"professionalId\": \"" + members[1] + "\"}")
                .andExpect(status().isNotFound());
    }

    @Test
    void a_group_needs_a_policy_of_the_insurer_that_is_in_force() throws Exception {
        var members = three();
        created(staff, "/teams", team(members));
        var policyId = policy(companyId);
        var body = group(policyId, companyId, members[0]);

        command(stranger, "/groups", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("policy-not-active"));
        mongo.getCollection(InsuredPolicies.COLLECTION)
                .updateOne(
                        new Document("_id", policyId.toString()), new Document("$set", new Document("active", false)));
        command(staff, "/groups", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("policy-not-active"));
        command(staff, "/groups", group(UUID.randomUUID(), companyId, members[0]))
                .andExpect(jsonPath("$.rule").value("policy-not-active"));
        command(
                        staff,
                        "/groups",
                        "{\"policyId\": \"" + policyId + "\", \"companyId\": \"" + companyId + "\", \"memberIds\": []}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("memberIds"));
    }

    private void refusedTeam(String rule, UUID member) throws Exception {
        command(staff, "/teams", team(member))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value(rule));
    }

    private UUID[] three() throws Exception {
        return new UUID[] {qualified(manager, "OWN"), qualified(manager, "OWN"), qualified(manager, "EXTERNAL")};
    }
}
