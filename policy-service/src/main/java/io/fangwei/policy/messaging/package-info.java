/** What this service hears: its own events, which accrue budget and write the statements. */
@NullMarked
package io.fangwei.policy.messaging;

import org.jspecify.annotations.NullMarked;
