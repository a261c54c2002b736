/**
 * Policies: drafted, disclosed to the applicant, active, and then expired or cancelled. A policy names the services that
 * were contracted and knows the premium that came in. {@link io.fangwei.policy.policies.PolicyDesk} is the way in.
 */
@NullMarked
package io.fangwei.policy.policies;

import org.jspecify.annotations.NullMarked;
