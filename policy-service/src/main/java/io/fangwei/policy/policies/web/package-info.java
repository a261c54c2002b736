/** Policies over HTTP. */
@NullMarked
package io.fangwei.policy.policies.web;

import org.jspecify.annotations.NullMarked;
