/** Where agreements are kept. */
@NullMarked
package io.fangwei.team.agreements.mongo;

import org.jspecify.annotations.NullMarked;
