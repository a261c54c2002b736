/** What the ledgers say: statements, forecasts, and the proof that they are whole. */
@NullMarked
package io.fangwei.policy.statements;

import org.jspecify.annotations.NullMarked;
