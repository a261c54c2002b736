/** Every role tried on every endpoint of the running platform (requirements section 6). */
@NullMarked
package io.fangwei.launcher.roles;

import org.jspecify.annotations.NullMarked;
