/** Tests of the commands on page files. */
@NullMarked
package org.hearsay.cli.pages;

import org.jspecify.annotations.NullMarked;
