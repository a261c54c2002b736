/** How entitlements are kept. */
@NullMarked
package io.fangwei.policy.entitlements.mongo;

import org.jspecify.annotations.NullMarked;
