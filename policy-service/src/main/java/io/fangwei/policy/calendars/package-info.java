/**
 * The years of the working calendar and the rule packs of cities, published here and taken over by all services (D4).
 * {@link io.fangwei.policy.calendars.CalendarDesk} and {@link io.fangwei.policy.calendars.RulePackDesk} are the ways in.
 */
@NullMarked
package io.fangwei.policy.calendars;

import org.jspecify.annotations.NullMarked;
