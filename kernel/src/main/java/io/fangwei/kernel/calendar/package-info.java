/** Which days are working days in China, year by year, and how a count of them is explained. */
@NullMarked
package io.fangwei.kernel.calendar;

import org.jspecify.annotations.NullMarked;
