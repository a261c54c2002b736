/** Calendar years, rule packs and the open clocks of all services, as they are stored. */
@NullMarked
package io.fangwei.policy.calendars.mongo;

import org.jspecify.annotations.NullMarked;
