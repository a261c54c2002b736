/**
 * Complaints and objections of insured companies, from receipt to close: officers, replies, extensions, escalations and the\n * clocks of 7 and 30 working days.
 */
@NullMarked
package io.fangwei.complaint;

import org.jspecify.annotations.NullMarked;
