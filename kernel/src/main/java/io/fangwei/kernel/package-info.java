/** What every service stands on, by concern; no business word of one service. */
@NullMarked
package io.fangwei.kernel;

import org.jspecify.annotations.NullMarked;
