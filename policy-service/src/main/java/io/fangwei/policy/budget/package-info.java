/**
 * The prevention budget: one pool per insurer and year that grows by accruals and shrinks by posted expenses. The ledger
 * of a pool is its journal; {@link io.fangwei.policy.budget.LedgerEntry} is the copy that statements show.
 * {@link io.fangwei.policy.budget.BudgetDesk} is the way in.
 */
@NullMarked
package io.fangwei.policy.budget;

import org.jspecify.annotations.NullMarked;
