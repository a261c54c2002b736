/** What stands in the columns of each kind of file, and the commands that a row becomes. */
@NullMarked
package io.fangwei.policy.imports.rows;

import org.jspecify.annotations.NullMarked;
