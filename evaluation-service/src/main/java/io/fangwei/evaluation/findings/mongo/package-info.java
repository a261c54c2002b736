/** Findings in MongoDB. */
@NullMarked
package io.fangwei.evaluation.findings.mongo;

import org.jspecify.annotations.NullMarked;
