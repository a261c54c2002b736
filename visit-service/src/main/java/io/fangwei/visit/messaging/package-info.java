/** What we hear from others and from ourselves, and whom we ask. */
@NullMarked
package io.fangwei.visit.messaging;

import org.jspecify.annotations.NullMarked;
