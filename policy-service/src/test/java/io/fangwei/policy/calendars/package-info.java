@NullMarked
package io.fangwei.policy.calendars;

import org.jspecify.annotations.NullMarked;
