package io.fangwei.team.teams.web;

import io.fangwei.team.vocabulary.ServiceItemType;
import java.util.List;
import java.util.UUID;

record TeamView(
        UUID id,
        UUID insurerId,
        ServiceItemType item,
        String industry,
        String risk,
        List<UUID> memberIds,
        boolean belowThree) {}
