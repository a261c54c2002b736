/** The ways to fail, as RFC 9457 problems in Chinese and English. */
@NullMarked
package io.fangwei.kernel.problems;

import org.jspecify.annotations.NullMarked;
