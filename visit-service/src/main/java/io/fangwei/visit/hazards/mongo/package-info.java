/** Hazards in MongoDB. */
@NullMarked
package io.fangwei.visit.hazards.mongo;

import org.jspecify.annotations.NullMarked;
