/** Finding aggregates by a part of a name, in Chinese and Latin, by an ordinary index. */
@NullMarked
package io.fangwei.kernel.search;

import org.jspecify.annotations.NullMarked;
