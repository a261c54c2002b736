/** Institutions over HTTP. */
@NullMarked
package io.fangwei.team.institutions.web;

import org.jspecify.annotations.NullMarked;
