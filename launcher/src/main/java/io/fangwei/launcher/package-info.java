/** Starts all six applications in one JVM, with whatever they need and nobody else provides, and stops them. */
@NullMarked
package io.fangwei.launcher;

import org.jspecify.annotations.NullMarked;
