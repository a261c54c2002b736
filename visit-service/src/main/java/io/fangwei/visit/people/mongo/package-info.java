/** Copies of groups and professionals in MongoDB. */
@NullMarked
package io.fangwei.visit.people.mongo;

import org.jspecify.annotations.NullMarked;
