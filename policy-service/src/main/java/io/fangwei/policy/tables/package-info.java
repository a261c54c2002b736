/** Tables in files, .xlsx and .csv, read and written row by row whatever their length. No business word. */
@NullMarked
package io.fangwei.policy.tables;

import org.jspecify.annotations.NullMarked;
