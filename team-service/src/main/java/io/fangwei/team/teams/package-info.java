/**
 * The teams of an insurer, one per service item, industry and risk (CD-5.2.2), and the one-to-one groups that are taken
 * from them for one insured company each (CD-5.3.1).
 */
@NullMarked
package io.fangwei.team.teams;

import org.jspecify.annotations.NullMarked;
