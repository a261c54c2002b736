/** Entitlements over HTTP. */
@NullMarked
package io.fangwei.policy.entitlements.web;

import org.jspecify.annotations.NullMarked;
