package io.fangwei.team.agreements.web;

import io.fangwei.team.agreements.AgreementStatus;
import io.fangwei.team.agreements.PartyKind;
import java.time.LocalDate;
import java.util.UUID;

record AgreementView(
        UUID id,
        UUID insurerId,
        PartyKind partyKind,
        UUID partyId,
        LocalDate from,
        LocalDate to,
        String scope,
        String duties,
        AgreementStatus status) {}
