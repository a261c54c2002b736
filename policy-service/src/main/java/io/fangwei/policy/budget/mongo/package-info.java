/** Pools and the statements of their ledgers as they are stored. */
@NullMarked
package io.fangwei.policy.budget.mongo;

import org.jspecify.annotations.NullMarked;
