@NullMarked
package org.hearsay.cli.ask;

import org.jspecify.annotations.NullMarked;
