/** Visits over HTTP. */
@NullMarked
package io.fangwei.visit.visits.web;

import org.jspecify.annotations.NullMarked;
