/** The yearly score and its findings over HTTP. */
@NullMarked
package io.fangwei.evaluation.scores.web;

import org.jspecify.annotations.NullMarked;
