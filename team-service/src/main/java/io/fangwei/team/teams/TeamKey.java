package io.fangwei.team.teams;

import io.fangwei.team.vocabulary.ServiceItemType;

/** What a team is for: there is one per service item, industry and risk (CD-5.2.2b). */
public record TeamKey(ServiceItemType item, String industry, String risk) {}
