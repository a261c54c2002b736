/** What we remember of policies, which policy-service owns. */
@NullMarked
package io.fangwei.team.policies;

import org.jspecify.annotations.NullMarked;
