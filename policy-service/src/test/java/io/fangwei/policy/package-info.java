@NullMarked
package io.fangwei.policy;

import org.jspecify.annotations.NullMarked;
