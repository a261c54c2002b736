package io.fangwei.visit.people;

import io.fangwei.visit.items.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The one question that we ask another service at once (D10). */
public interface TeamQuestions {

    /** One standing for each professional, in their order; unchecked where there is no answer in time. */
    List<Standing> standings(UUID insurerId, ServiceItem item, LocalDate on, List<UUID> professionalIds);
}
