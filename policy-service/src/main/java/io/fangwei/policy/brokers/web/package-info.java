/** Brokers over HTTP. */
@NullMarked
package io.fangwei.policy.brokers.web;

import org.jspecify.annotations.NullMarked;
