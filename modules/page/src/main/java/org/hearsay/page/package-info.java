/**
 * A page's bytes to its article, its readers' comments apart, and its notices. No Kafka, no NLP.
 */
@NullMarked
package org.hearsay.page;

import org.jspecify.annotations.NullMarked;
