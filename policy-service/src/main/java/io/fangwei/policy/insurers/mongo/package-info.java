/** Insurers as they are stored. */
@NullMarked
package io.fangwei.policy.insurers.mongo;

import org.jspecify.annotations.NullMarked;
