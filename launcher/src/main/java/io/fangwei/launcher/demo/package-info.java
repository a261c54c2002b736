/** The demo year: the business of 2025 as a script, and who plays it through the public interfaces. */
@NullMarked
package io.fangwei.launcher.demo;

import org.jspecify.annotations.NullMarked;
