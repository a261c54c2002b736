/** Service plans over HTTP. */
@NullMarked
package io.fangwei.visit.plans.web;

import org.jspecify.annotations.NullMarked;
