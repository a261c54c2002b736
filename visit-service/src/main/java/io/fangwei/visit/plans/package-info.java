/** The service plan: negotiated with the insured company before the first visit, six parts, both sides confirm. */
@NullMarked
package io.fangwei.visit.plans;

import org.jspecify.annotations.NullMarked;
