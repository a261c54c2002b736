package io.fangwei.complaint.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.complaint.OverHttp;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.testing.Contracts;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A year that policy-service publishes is taken over, and the clocks that run are counted anew (D4). */
class PublishedCalendarTest extends OverHttp {

    private static final String PUBLISHED = "policy.calendar-year-published.v1";

    @Autowired
    Deadlines deadlines;

    @Test
    void an_open_deadline_of_a_provisional_year_moves_when_the_year_is_published() throws Exception {
        clock.moveTo("2027-02-01");
        var complaint = done(company, COMPLAINTS, aboutTheVisit()).path("id").asString();
        look(company, COMPLAINTS + "/" + complaint + "/deadlines")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].due").value("2027-02-10"))
                .andExpect(jsonPath("$[0].provisional").value(true));

        TOLD.event(PUBLISHED, UUID.randomUUID(), 2, Contracts.data(PUBLISHED));
        await().atMost(SOON).until(() -> mongo.findById("2027", Document.class, "publishedYears") != null);
        watch.runNow();

        assertThat(deadlines.calendar().isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(deadlines.calendar().version()).endsWith("+2027.1");
        look(company, COMPLAINTS + "/" + complaint + "/deadlines")
                .andExpect(jsonPath("$[0].due").value("2027-02-17"))
                .andExpect(jsonPath("$[0].provisional").value(false));
        await().atMost(SOON)
                .untilAsserted(() -> look(manager, "/api/complaint/v1/journal/complaint/" + complaint)
                        .andExpect(jsonPath("$[1].type").value("complaint.deadline-recalculated.v1"))
                        .andExpect(jsonPath("$[1].actor").value("system:calendar")));

        watch.runNow();
        look(manager, "/api/complaint/v1/journal/complaint/" + complaint)
                .andExpect(jsonPath("$.length()").value(2));
    }
}
