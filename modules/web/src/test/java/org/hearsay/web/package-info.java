/** The server, asked over HTTP. */
@NullMarked
package org.hearsay.web;

import org.jspecify.annotations.NullMarked;
