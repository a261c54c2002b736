/** Brokers, and for which companies they act (CD-3.7). */
@NullMarked
package io.fangwei.policy.brokers;

import org.jspecify.annotations.NullMarked;
