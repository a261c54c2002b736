@NullMarked
package io.fangwei.policy.tables;

import org.jspecify.annotations.NullMarked;
