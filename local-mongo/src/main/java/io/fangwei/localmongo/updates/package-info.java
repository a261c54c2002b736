/** Updates as MongoDB understands them: operators, replacements and pipelines. */
@NullMarked
package io.fangwei.localmongo.updates;

import org.jspecify.annotations.NullMarked;
