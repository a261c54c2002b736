/** Pools and ledgers over HTTP. */
@NullMarked
package io.fangwei.policy.budget.web;

import org.jspecify.annotations.NullMarked;
