@NullMarked
package io.fangwei.policy.statements;

import org.jspecify.annotations.NullMarked;
