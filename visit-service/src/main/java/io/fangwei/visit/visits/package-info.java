/**
 * A visit: one prevention service at one insured company. It is appointed from the plan, confirmed with the company, carried
 * out by professionals of the company's group, recorded, reviewed by the management body, fed back, followed by a callback
 * and archived. {@link io.fangwei.visit.visits.Visit} knows the order; the desks are the ways in: appointments, work on site,
 * records, callbacks.
 */
@NullMarked
package io.fangwei.visit.visits;

import org.jspecify.annotations.NullMarked;
