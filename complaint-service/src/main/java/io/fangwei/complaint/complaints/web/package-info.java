/**
 * Complaints over HTTP.
 */
@NullMarked
package io.fangwei.complaint.complaints.web;

import org.jspecify.annotations.NullMarked;
