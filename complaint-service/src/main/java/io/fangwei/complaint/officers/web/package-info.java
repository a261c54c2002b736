/**
 * Officers and channels over HTTP.
 */
@NullMarked
package io.fangwei.complaint.officers.web;

import org.jspecify.annotations.NullMarked;
