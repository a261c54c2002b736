/**
 * What others may pull of a service, change by change: datasets are projected from the service's own topic into rows, and
 * served with a cursor that no half-done poll can be skipped by (D6). {@link io.fangwei.kernel.feed.Dataset} is the way in.
 */
@NullMarked
package io.fangwei.kernel.feed;

import org.jspecify.annotations.NullMarked;
