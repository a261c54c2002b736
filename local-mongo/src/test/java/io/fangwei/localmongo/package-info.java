/** What a driver of MongoDB sees of the server. */
@NullMarked
package io.fangwei.localmongo;

import org.jspecify.annotations.NullMarked;
