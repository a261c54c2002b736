/** Insurers over HTTP. */
@NullMarked
package io.fangwei.policy.insurers.web;

import org.jspecify.annotations.NullMarked;
