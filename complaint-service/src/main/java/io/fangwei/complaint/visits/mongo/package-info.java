/**
 * Copies of visits in MongoDB.
 */
@NullMarked
package io.fangwei.complaint.visits.mongo;

import org.jspecify.annotations.NullMarked;
