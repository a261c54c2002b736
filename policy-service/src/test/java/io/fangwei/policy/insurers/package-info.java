@NullMarked
package io.fangwei.policy.insurers;

import org.jspecify.annotations.NullMarked;
