/** Eligibility over HTTP. */
@NullMarked
package io.fangwei.team.eligibility.web;

import org.jspecify.annotations.NullMarked;
