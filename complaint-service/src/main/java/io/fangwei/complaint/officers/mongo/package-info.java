/**
 * Officers and channels in MongoDB.
 */
@NullMarked
package io.fangwei.complaint.officers.mongo;

import org.jspecify.annotations.NullMarked;
