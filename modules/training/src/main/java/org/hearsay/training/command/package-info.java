/** The program {@code hearsay train}: a class a command. */
@NullMarked
package org.hearsay.training.command;

import org.jspecify.annotations.NullMarked;
