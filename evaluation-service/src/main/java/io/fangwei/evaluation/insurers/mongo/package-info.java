/** Copies of insurers in MongoDB. */
@NullMarked
package io.fangwei.evaluation.insurers.mongo;

import org.jspecify.annotations.NullMarked;
