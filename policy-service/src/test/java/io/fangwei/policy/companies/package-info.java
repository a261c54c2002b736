@NullMarked
package io.fangwei.policy.companies;

import org.jspecify.annotations.NullMarked;
