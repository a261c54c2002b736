package io.fangwei.visit.plans.web;

import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.plans.PlanContent;
import io.fangwei.visit.plans.PlanSide;
import io.fangwei.visit.plans.PlanStatus;
import io.fangwei.visit.plans.PlannedItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service plan as the API shows it. */
record PlanView(
        UUID id,
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        String area,
        PlanStatus status,
        LocalDate policyFrom,
        LocalDate policyTo,
        Set<ServiceItem> contracted,
        List<PlannedItem> items,
        List<UUID> groupMemberIds,
        @Nullable String industry,
        @Nullable String mainEquipmentProcess,
        @Nullable String accidentHistory,
        PlanContent.@Nullable Factors factors,
        @Nullable String expectedGoals,
        @Nullable String supportMatters,
        Set<PlanSide> confirmedBy,
        @Nullable String changeRequest,
        @Nullable LocalDate agreedOn) {}
