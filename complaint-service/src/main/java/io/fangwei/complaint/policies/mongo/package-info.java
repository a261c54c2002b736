/**
 * Copies of insurers, companies and policies in MongoDB.
 */
@NullMarked
package io.fangwei.complaint.policies.mongo;

import org.jspecify.annotations.NullMarked;
