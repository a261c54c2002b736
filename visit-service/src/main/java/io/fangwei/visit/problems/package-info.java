/** The rules that a command may break, by their public names. */
@NullMarked
package io.fangwei.visit.problems;

import org.jspecify.annotations.NullMarked;
