/** What the API answers: one class for each kind of thing that is asked for. */
@NullMarked
package org.hearsay.web.api;

import org.jspecify.annotations.NullMarked;
