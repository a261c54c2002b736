@NullMarked
package io.fangwei.kernel.adoption;

import org.jspecify.annotations.NullMarked;
