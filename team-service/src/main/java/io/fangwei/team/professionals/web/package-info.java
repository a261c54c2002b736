/** Professionals over HTTP. */
@NullMarked
package io.fangwei.team.professionals.web;

import org.jspecify.annotations.NullMarked;
