/** Tests of commands on topics, with a broker. */
@NullMarked
package org.hearsay.cli.topics;

import org.jspecify.annotations.NullMarked;
