/** Import jobs and what was found in their rows, as they are stored. */
@NullMarked
package io.fangwei.policy.imports.mongo;

import org.jspecify.annotations.NullMarked;
