/** The form in which each insurer describes a company it insures. */
@NullMarked
package io.fangwei.policy.profiles;

import org.jspecify.annotations.NullMarked;
