@NullMarked
package io.fangwei.policy.bench;

import org.jspecify.annotations.NullMarked;
