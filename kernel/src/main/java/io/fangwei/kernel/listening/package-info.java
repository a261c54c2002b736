/** Events of others on their way in: projections in rounds, reactions one by one, parking and replay. */
@NullMarked
package io.fangwei.kernel.listening;

import org.jspecify.annotations.NullMarked;
