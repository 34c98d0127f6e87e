/** Annotated text to claims, speakers and attribution chains. No Kafka. */
@NullMarked
package org.hearsay.claims;

import org.jspecify.annotations.NullMarked;
