package io.fangwei.team.teams.web;

import java.util.List;
import java.util.UUID;

record GroupView(UUID id, UUID insurerId, UUID companyId, UUID policyId, String area, List<UUID> memberIds) {}
