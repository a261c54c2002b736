package io.fangwei.complaint.complaints;

import java.time.LocalDate;

/** Why a company does not accept the reply. */
public record Dissatisfaction(LocalDate on, String reason) {}
