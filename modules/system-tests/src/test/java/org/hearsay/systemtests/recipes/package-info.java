/** What docs/sql gives to people, held against the contract. */
@NullMarked
package org.hearsay.systemtests.recipes;

import org.jspecify.annotations.NullMarked;
