/** Where the copies of policies are kept. */
@NullMarked
package io.fangwei.team.policies.mongo;

import org.jspecify.annotations.NullMarked;
