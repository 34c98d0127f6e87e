/** Runs stages: configuration, lifecycle, health. */
@NullMarked
package org.hearsay.server;

import org.jspecify.annotations.NullMarked;
