/** The folder that keeps everything the embedded parts must not lose. */
@NullMarked
package io.fangwei.launcher.data;

import org.jspecify.annotations.NullMarked;
