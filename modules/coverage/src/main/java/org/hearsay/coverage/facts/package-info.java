/**
 * What is known of an article: its publisher and time, its claims, how it is worded, what it was
 * copied from; and what changes when something more is learnt.
 */
@NullMarked
package org.hearsay.coverage.facts;

import org.jspecify.annotations.NullMarked;
