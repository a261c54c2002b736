/** The edge that all services share: token, role, idempotency key, version, language. */
@NullMarked
package io.fangwei.kernel.web;

import org.jspecify.annotations.NullMarked;
