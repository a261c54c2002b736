/** The append-only log of attempts that were refused for role or scope, chained per writer (CD-4b, D15). */
@NullMarked
package io.fangwei.kernel.audit;

import org.jspecify.annotations.NullMarked;
