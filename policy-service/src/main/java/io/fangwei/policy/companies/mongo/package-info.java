/** Insured companies as they are stored. */
@NullMarked
package io.fangwei.policy.companies.mongo;

import org.jspecify.annotations.NullMarked;
