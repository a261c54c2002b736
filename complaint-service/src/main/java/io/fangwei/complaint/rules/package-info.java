/**
 * The rules by whose names this service refuses.
 */
@NullMarked
package io.fangwei.complaint.rules;

import org.jspecify.annotations.NullMarked;
