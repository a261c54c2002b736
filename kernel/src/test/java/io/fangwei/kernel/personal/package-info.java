@NullMarked
package io.fangwei.kernel.personal;

import org.jspecify.annotations.NullMarked;
