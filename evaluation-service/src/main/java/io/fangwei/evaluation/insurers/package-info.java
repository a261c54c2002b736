/** What we remember of the insurers that policy-service registers, and who may see their evaluation. */
@NullMarked
package io.fangwei.evaluation.insurers;

import org.jspecify.annotations.NullMarked;
