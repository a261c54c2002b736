package io.fangwei.visit.hazards;

import java.time.LocalDate;

/** The written notice to the company with the advice how to remove the hazard (CD-5.3.2f). */
public record Notice(LocalDate on, String advice, String receipt) {}
