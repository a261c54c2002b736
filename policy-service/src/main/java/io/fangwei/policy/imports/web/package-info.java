/** Imports, exports and templates over HTTP. */
@NullMarked
package io.fangwei.policy.imports.web;

import org.jspecify.annotations.NullMarked;
