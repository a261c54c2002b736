/** What we remember of the groups and professionals that team-service keeps, and the one question that we ask it. */
@NullMarked
package io.fangwei.visit.people;

import org.jspecify.annotations.NullMarked;
