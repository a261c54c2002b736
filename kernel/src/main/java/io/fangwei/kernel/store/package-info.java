/** One aggregate, one document: its state, the entries that wait inside it, the marks of its commands and its hash chain. */
@NullMarked
package io.fangwei.kernel.store;

import org.jspecify.annotations.NullMarked;
