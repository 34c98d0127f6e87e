/** SQL over HTTP: the questions that come with Hearsay, statements of one's own, the tables. */
@NullMarked
package org.hearsay.web.sql;

import org.jspecify.annotations.NullMarked;
