/** The statements over HTTP. */
@NullMarked
package io.fangwei.policy.statements.web;

import org.jspecify.annotations.NullMarked;
