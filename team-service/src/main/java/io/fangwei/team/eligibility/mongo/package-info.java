/** Where assignment checks are kept. */
@NullMarked
package io.fangwei.team.eligibility.mongo;

import org.jspecify.annotations.NullMarked;
