@NullMarked
package io.fangwei.visit.hazards;

import org.jspecify.annotations.NullMarked;
