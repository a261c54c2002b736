/** Hazards over HTTP. */
@NullMarked
package io.fangwei.visit.hazards.web;

import org.jspecify.annotations.NullMarked;
