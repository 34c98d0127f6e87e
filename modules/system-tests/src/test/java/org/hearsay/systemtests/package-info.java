/** Whole-system tests on a real broker and a real registry, and the rules between modules. */
@NullMarked
package org.hearsay.systemtests;

import org.jspecify.annotations.NullMarked;
