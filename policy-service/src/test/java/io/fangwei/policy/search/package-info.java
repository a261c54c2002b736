@NullMarked
package io.fangwei.policy.search;

import org.jspecify.annotations.NullMarked;
