@NullMarked
package io.fangwei.visit.visits;

import org.jspecify.annotations.NullMarked;
