/**
 * The libraries composed: one page in; its article, mentions, claims and framing out. The command
 * and the stages both call it, so that they say the same. No Kafka.
 */
@NullMarked
package org.hearsay.analysis;

import org.jspecify.annotations.NullMarked;
