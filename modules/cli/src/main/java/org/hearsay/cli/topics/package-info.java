/**
 * Commands that make topics, put records into them and show them; readers and writers of topics.
 */
@NullMarked
package org.hearsay.cli.topics;

import org.jspecify.annotations.NullMarked;
