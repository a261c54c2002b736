/**
 * Who serves: institutions, professionals and their qualification, agreements, teams and service groups, and whether
 * somebody may be sent (CD-5.2, CD-5.3.1).
 */
@NullMarked
package io.fangwei.team;

import org.jspecify.annotations.NullMarked;
