/** Insurers, insured companies, policies with their contracted service terms, and the prevention budget. */
@NullMarked
package io.fangwei.policy;

import org.jspecify.annotations.NullMarked;
