/**
 * The HTTP server: the API, the live stream, feeds, and the dashboard. It reads through the store.
 */
@NullMarked
package org.hearsay.web;

import org.jspecify.annotations.NullMarked;
