/** For whom a broker acts today, and what it may therefore see (requirements section 6, rule 4; CD-3.7). */
@NullMarked
package io.fangwei.policy.clients;

import org.jspecify.annotations.NullMarked;
