/** Commands that read pages without Kafka. */
@NullMarked
package org.hearsay.cli.pages;

import org.jspecify.annotations.NullMarked;
