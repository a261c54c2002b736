@NullMarked
package io.fangwei.visit;

import org.jspecify.annotations.NullMarked;
