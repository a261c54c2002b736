/** Tests of the change feed over things that have a place and a value, with real database and broker. */
@NullMarked
package io.fangwei.kernel.feed;

import org.jspecify.annotations.NullMarked;
