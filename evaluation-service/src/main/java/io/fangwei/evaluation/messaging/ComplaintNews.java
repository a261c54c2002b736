package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Complaints that a service disturbed the company's work, unless they were rejected. */
@Component
class ComplaintNews implements Projection {

    private static final String REPLIED = "complaint.complaint-replied.v1";
    private static final String DISTURBED = "OPERATION_DISTURBED";
    private static final String REJECTED = "REJECTED";

    private final Rows rows;

    ComplaintNews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> types() {
        return Set.of(REPLIED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var heard = new Heard(event);
        var upheld = !heard.text("upheld").equals(REJECTED);
        return heard.text("category").equals(DISTURBED) && upheld
                ? rows.of(
                        heard,
                        Stream.of(Observation.of("E-B8-R1", heard, "complaint", heard.id("complaintId"))
                                .broken(true, Mode.AUTO)))
                : List.of();
    }
}
