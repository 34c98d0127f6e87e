/** The rules of the house: who may import what, what may be static, how large anything may be. */
@NullMarked
package org.hearsay.systemtests.rules;

import org.jspecify.annotations.NullMarked;
