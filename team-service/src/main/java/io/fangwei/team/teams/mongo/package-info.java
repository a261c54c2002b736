/** Where teams and groups are kept. */
@NullMarked
package io.fangwei.team.teams.mongo;

import org.jspecify.annotations.NullMarked;
