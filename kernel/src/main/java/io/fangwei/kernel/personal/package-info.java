/**
 * Names, telephone numbers and ids of natural persons: encrypted field by field where they are stored, shown only to who
 * asks for them (D15).
 */
@NullMarked
package io.fangwei.kernel.personal;

import org.jspecify.annotations.NullMarked;
