@NullMarked
package io.fangwei.kernel.search;

import org.jspecify.annotations.NullMarked;
