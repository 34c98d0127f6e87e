/** Text to sentences, tokens, tags and named entities, by CoreNLP. No Kafka. */
@NullMarked
package org.hearsay.language;

import org.jspecify.annotations.NullMarked;
