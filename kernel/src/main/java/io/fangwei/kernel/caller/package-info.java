/** Who is asking, with which rights, and the command that is being carried out. */
@NullMarked
package io.fangwei.kernel.caller;

import org.jspecify.annotations.NullMarked;
