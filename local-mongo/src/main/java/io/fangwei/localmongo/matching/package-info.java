/** Filters as MongoDB understands them: read once, refused with its errors, then held against documents. */
@NullMarked
package io.fangwei.localmongo.matching;

import org.jspecify.annotations.NullMarked;
