@NullMarked
package io.fangwei.visit.items;

import org.jspecify.annotations.NullMarked;
