/** What tests of all modules stand on: real database, real broker, real tokens, a clock that stands still. */
@NullMarked
package io.fangwei.kernel.testing;

import org.jspecify.annotations.NullMarked;
