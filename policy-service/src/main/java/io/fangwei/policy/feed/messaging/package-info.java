/** The datasets of requirements 7.1 that this service offers: policies with their terms, and the prevention budget. */
@NullMarked
package io.fangwei.policy.feed.messaging;

import org.jspecify.annotations.NullMarked;
