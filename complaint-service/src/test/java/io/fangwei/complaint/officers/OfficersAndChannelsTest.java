package io.fangwei.complaint.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.complaint.OverHttp;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class OfficersAndChannelsTest extends OverHttp {

    private final Caller stranger = Callers.ofInsurer("im.two", UUID.randomUUID(), Role.IM);

    @Test
    @Requirement("CD-5.4.1.1a")
    void an_insured_company_sees_the_channels_that_its_insurer_offers() throws Exception {
        var hotline = done(manager, CHANNELS, "{'kind':'HOTLINE','address':'028-12350'}");
        done(stranger, CHANNELS, "{'kind':'EMAIL','address':'complaints@example.org'}");

        look(company, CHANNELS + "?insurerId=" + insurerId)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].address").value("028-12350"))
                .andExpect(jsonPath("$.items[0].status").value("OPEN"));
        command(manager, CHANNELS + "/" + hotline.get("id").asString() + "/closures", "")
                .andExpect(jsonPath("$.status").value("CLOSED"));
        command(manager, CHANNELS + "/" + hotline.get("id").asString() + "/closures", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("wrong-stage"));
    }

    @Test
    void a_channel_of_another_insurer_is_not_found_by_insurers() throws Exception {
        var theirs = done(stranger, CHANNELS, "{'kind':'LETTER','address':'成都市…'}");
        var at = CHANNELS + "/" + theirs.get("id").asString();

        look(manager, at).andExpect(status().isNotFound());
        command(manager, at + "/closures", "").andExpect(status().isNotFound());
        look(company, at).andExpect(status().isOk());
    }

    @Test
    void the_same_person_is_appointed_once_by_each_insurer() throws Exception {
        var id = appointed();

        command(manager, OFFICERS, "{'subject':'ic.one'}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("already-exists"))
                .andExpect(header().string("Location", endsWith(id)));
        command(stranger, OFFICERS, "{'subject':'ic.one'}").andExpect(status().isCreated());
    }

    @Test
    void a_dismissed_officer_gets_no_more_complaints() throws Exception {
        var id = appointed();
        var at = filed();
        done(manager, OFFICERS + "/" + id + "/dismissals", "");

        command(officer, at + "/registrations", "{'officerId':'%s'}".formatted(id))
                .andExpect(jsonPath("$.rule").value("officer-not-active"));
        command(officer, at + "/registrations", "{'officerId':'%s'}".formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.rule").value("officer-not-active"));
        look(officer, OFFICERS).andExpect(jsonPath("$.items[0].status").value("DISMISSED"));
        look(stranger, OFFICERS + "/" + id).andExpect(status().isNotFound());
        look(company, OFFICERS).andExpect(status().isForbidden());
    }

    @Test
    void a_token_that_names_no_insurer_appoints_nobody() throws Exception {
        var nobody = new Caller("im.lost", Set.of(Role.IM), null, null, null, null, List.of());

        command(nobody, OFFICERS, "{'subject':'ic.one'}").andExpect(status().isForbidden());
        command(nobody, CHANNELS, "{'kind':'WEB','address':'x'}").andExpect(status().isForbidden());
    }

    @Test
    void the_stored_forms_are_pinned() throws Exception {
        var officerId = UUID.fromString(appointed());
        var channel = done(manager, CHANNELS, "{'kind':'HOTLINE','address':'028-12350'}");

        assertThat(mongo.findById(officerId.toString(), Document.class, "officers")
                        .get("state"))
                .isEqualTo(new Document("officerId", officerId)
                        .append("insurerId", insurerId)
                        .append("subject", "ic.one")
                        .append("status", "ACTIVE"));
        assertThat(mongo.findById(channel.get("id").asString(), Document.class, "channels")
                        .get("state"))
                .isEqualTo(new Document(
                                "channelId", UUID.fromString(channel.get("id").asString()))
                        .append("insurerId", insurerId)
                        .append("kind", "HOTLINE")
                        .append("address", "028-12350")
                        .append("status", "OPEN"));
    }
}
