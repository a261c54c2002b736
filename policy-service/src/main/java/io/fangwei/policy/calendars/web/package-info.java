/** Calendar years and rule packs over HTTP. */
@NullMarked
package io.fangwei.policy.calendars.web;

import org.jspecify.annotations.NullMarked;
