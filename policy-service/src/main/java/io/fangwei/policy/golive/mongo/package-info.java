/** What was brought in, as it is stored. */
@NullMarked
package io.fangwei.policy.golive.mongo;

import org.jspecify.annotations.NullMarked;
