/**
 * Files with many companies, policies, receipts or expenses: checked row by row first, then carried out as ordinary
 * commands. {@link io.fangwei.policy.imports.ImportDesk} is the way in.
 */
@NullMarked
package io.fangwei.policy.imports;

import org.jspecify.annotations.NullMarked;
