/**
 * What we remember of insurers, companies and policies, which policy-service owns.
 */
@NullMarked
package io.fangwei.complaint.policies;

import org.jspecify.annotations.NullMarked;
