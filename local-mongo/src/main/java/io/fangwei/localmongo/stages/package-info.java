/** The stages of an aggregation pipeline, and what they share with projections and updates. */
@NullMarked
package io.fangwei.localmongo.stages;

import org.jspecify.annotations.NullMarked;
