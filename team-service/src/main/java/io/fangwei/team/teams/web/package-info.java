/** Teams and groups over HTTP. */
@NullMarked
package io.fangwei.team.teams.web;

import org.jspecify.annotations.NullMarked;
