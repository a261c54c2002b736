/**
 * What we remember of companies and policies, which policy-service owns.
 */
@NullMarked
package io.fangwei.complaint.policies;

import org.jspecify.annotations.NullMarked;
