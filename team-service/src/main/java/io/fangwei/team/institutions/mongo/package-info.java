/** Where institutions are kept. */
@NullMarked
package io.fangwei.team.institutions.mongo;

import org.jspecify.annotations.NullMarked;
