/**
 * Whether somebody may be sent on a day: qualified, able to do the item, and under an agreement in force (CD-5.2.4d,
 * CD-5.2.5a, CLK-25). Asked when a visit is planned, and checked later where nobody answered.
 */
@NullMarked
package io.fangwei.team.eligibility;

import org.jspecify.annotations.NullMarked;
