/** Policies as they are stored. */
@NullMarked
package io.fangwei.policy.policies.mongo;

import org.jspecify.annotations.NullMarked;
