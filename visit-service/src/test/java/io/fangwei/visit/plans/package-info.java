@NullMarked
package io.fangwei.visit.plans;

import org.jspecify.annotations.NullMarked;
