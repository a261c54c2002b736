/** The one public address: routes to the five services, the first token check, and a health page. No business data. */
@NullMarked
package io.fangwei.gateway;

import org.jspecify.annotations.NullMarked;
