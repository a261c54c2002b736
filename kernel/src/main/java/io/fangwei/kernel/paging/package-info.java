/** Lists that are given out page by page. */
@NullMarked
package io.fangwei.kernel.paging;

import org.jspecify.annotations.NullMarked;
