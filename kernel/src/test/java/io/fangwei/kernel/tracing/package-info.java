/**
 * Which test shows which row of the catalogue.
 * Tests carry {@link io.fangwei.kernel.tracing.Requirement}, a listener writes down what ran in each module,
 * and {@link io.fangwei.kernel.tracing.TraceabilityReport} lays both beside {@code docs/requirements.md}.
 */
@NullMarked
package io.fangwei.kernel.tracing;

import org.jspecify.annotations.NullMarked;
