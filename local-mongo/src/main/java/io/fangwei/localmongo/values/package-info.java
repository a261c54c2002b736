/** What MongoDB says of values: their types, their order, how numbers are calculated with. */
@NullMarked
package io.fangwei.localmongo.values;

import org.jspecify.annotations.NullMarked;
