/** Aggregation expressions: read once, refused with MongoDB's errors, then evaluated for documents. */
@NullMarked
package io.fangwei.localmongo.expressions;

import org.jspecify.annotations.NullMarked;
