/** Visits in MongoDB. */
@NullMarked
package io.fangwei.visit.visits.mongo;

import org.jspecify.annotations.NullMarked;
