/**
 * Complaints in MongoDB.
 */
@NullMarked
package io.fangwei.complaint.complaints.mongo;

import org.jspecify.annotations.NullMarked;
