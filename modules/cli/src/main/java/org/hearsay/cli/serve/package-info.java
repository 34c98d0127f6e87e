/** Commands that answer over HTTP: the API, the live stream, feeds and the dashboard. */
@NullMarked
package org.hearsay.cli.serve;

import org.jspecify.annotations.NullMarked;
