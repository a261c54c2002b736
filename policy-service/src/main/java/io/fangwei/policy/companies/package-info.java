/**
 * Insured companies: one identity each, shared by all who insure it.
 * {@link io.fangwei.policy.companies.CompanyDesk} is the way in.
 */
@NullMarked
package io.fangwei.policy.companies;

import org.jspecify.annotations.NullMarked;
