/** How profiles are kept. */
@NullMarked
package io.fangwei.policy.profiles.mongo;

import org.jspecify.annotations.NullMarked;
