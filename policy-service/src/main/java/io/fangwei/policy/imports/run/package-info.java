/** The work on files that have come in, resumed where a crash has left it. */
@NullMarked
package io.fangwei.policy.imports.run;

import org.jspecify.annotations.NullMarked;
