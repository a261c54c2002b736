/** The main story, told to the whole platform through its gateway. */
@NullMarked
package io.fangwei.launcher.story;

import org.jspecify.annotations.NullMarked;
