/** The embedded OIDC issuer with its demo users. */
@NullMarked
package io.fangwei.launcher.issuer;

import org.jspecify.annotations.NullMarked;
