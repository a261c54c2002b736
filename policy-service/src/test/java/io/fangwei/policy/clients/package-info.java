@NullMarked
package io.fangwei.policy.clients;

import org.jspecify.annotations.NullMarked;
