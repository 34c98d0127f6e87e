/** A broker and a schema registry on this machine, for one user and for tests. */
@NullMarked
package org.hearsay.local;

import org.jspecify.annotations.NullMarked;
