/** The names of the rules that a command may break. */
@NullMarked
package io.fangwei.policy.rules;

import org.jspecify.annotations.NullMarked;
