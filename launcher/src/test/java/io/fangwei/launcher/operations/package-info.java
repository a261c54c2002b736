/** What keeps an installation alive, tried on real servers. */
@NullMarked
package io.fangwei.launcher.operations;

import org.jspecify.annotations.NullMarked;
