/**
 * What users set and what they are told when it is wrong: options that commands share, settings
 * files.
 */
@NullMarked
package org.hearsay.cli.options;

import org.jspecify.annotations.NullMarked;
