/**
 * What a MongoDB answers, by its own manual: asked of the embedded server, and of a real MongoDB where
 * {@code FANGWEI_TEST_MONGODB_URI} names one.
 */
@NullMarked
package io.fangwei.localmongo.conformance;

import org.jspecify.annotations.NullMarked;
