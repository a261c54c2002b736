/** Agreements over HTTP. */
@NullMarked
package io.fangwei.team.agreements.web;

import org.jspecify.annotations.NullMarked;
