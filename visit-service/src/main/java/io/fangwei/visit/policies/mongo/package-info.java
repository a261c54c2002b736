/** Copies of policies in MongoDB. */
@NullMarked
package io.fangwei.visit.policies.mongo;

import org.jspecify.annotations.NullMarked;
