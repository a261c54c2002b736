/** How statements are read from the database. */
@NullMarked
package io.fangwei.policy.statements.mongo;

import org.jspecify.annotations.NullMarked;
