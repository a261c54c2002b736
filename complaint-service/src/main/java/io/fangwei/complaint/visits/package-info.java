/**
 * What we remember of visits, which visit-service owns: whom a complaint may concern.
 */
@NullMarked
package io.fangwei.complaint.visits;

import org.jspecify.annotations.NullMarked;
