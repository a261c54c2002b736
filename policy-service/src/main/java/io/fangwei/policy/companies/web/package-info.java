/** Insured companies over HTTP. */
@NullMarked
package io.fangwei.policy.companies.web;

import org.jspecify.annotations.NullMarked;
