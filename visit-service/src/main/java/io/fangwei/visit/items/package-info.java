/** The seven kinds of prevention service, and what the record of each must hold. */
@NullMarked
package io.fangwei.visit.items;

import org.jspecify.annotations.NullMarked;
