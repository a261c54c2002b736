@NullMarked
package io.fangwei.visit.messaging;

import org.jspecify.annotations.NullMarked;
