/** What this service hears from others. */
@NullMarked
package io.fangwei.team.messaging;

import org.jspecify.annotations.NullMarked;
