/** Profiles over HTTP. */
@NullMarked
package io.fangwei.policy.profiles.web;

import org.jspecify.annotations.NullMarked;
