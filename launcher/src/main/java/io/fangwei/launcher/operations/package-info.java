/** What keeps an installation alive over the years: topics rebuilt from the journals, backups, and the way elsewhere. */
@NullMarked
package io.fangwei.launcher.operations;

import org.jspecify.annotations.NullMarked;
