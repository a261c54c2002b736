/**
 * What we hear from others.
 */
@NullMarked
package io.fangwei.complaint.messaging;

import org.jspecify.annotations.NullMarked;
