@NullMarked
package io.fangwei.policy.imports.rows;

import org.jspecify.annotations.NullMarked;
