/** Measures the embedded server from outside; run by hand or by {@code -Pbenchmark}, never in a build. */
@NullMarked
package io.fangwei.localmongo.figures;

import org.jspecify.annotations.NullMarked;
