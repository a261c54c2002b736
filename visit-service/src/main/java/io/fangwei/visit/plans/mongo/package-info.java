/** Service plans in MongoDB. */
@NullMarked
package io.fangwei.visit.plans.mongo;

import org.jspecify.annotations.NullMarked;
