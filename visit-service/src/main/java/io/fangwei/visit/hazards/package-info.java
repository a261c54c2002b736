/** The hazard ledger: found during a visit, notified in writing, treated by the company, accepted, closed; or refused and reported. */
@NullMarked
package io.fangwei.visit.hazards;

import org.jspecify.annotations.NullMarked;
