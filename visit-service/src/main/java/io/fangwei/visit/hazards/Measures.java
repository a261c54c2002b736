package io.fangwei.visit.hazards;

import java.time.LocalDate;

/** How the company treats the hazard: measures, limit, responsible person, funding (CD-C.3.3c, table 9). */
public record Measures(LocalDate on, String measures, LocalDate rectifyBy, String responsiblePerson, String funding) {

    Measures until(LocalDate limit) {
        return new Measures(on, measures, limit, responsiblePerson, funding);
    }
}
