/** Tests of the engine that interprets scoring models. */
@NullMarked
package io.fangwei.kernel.scoring;

import org.jspecify.annotations.NullMarked;
