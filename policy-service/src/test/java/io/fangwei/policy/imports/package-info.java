@NullMarked
package io.fangwei.policy.imports;

import org.jspecify.annotations.NullMarked;
