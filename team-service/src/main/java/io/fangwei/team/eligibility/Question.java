package io.fangwei.team.eligibility;

import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** May the insurer send these people on this day to do this item? */
public record Question(UUID insurerId, ServiceItemType item, LocalDate on, List<UUID> professionalIds) {

    public Question {
        professionalIds = professionalIds.stream().distinct().toList();
    }
}
