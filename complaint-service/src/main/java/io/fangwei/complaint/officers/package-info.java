/**
 * Whom and where an insured company can turn to: the insurer's complaint officers and its channels (CD 5.4.1).
 */
@NullMarked
package io.fangwei.complaint.officers;

import org.jspecify.annotations.NullMarked;
