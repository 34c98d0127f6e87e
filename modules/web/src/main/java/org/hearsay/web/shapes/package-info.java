/** What answers look like: descriptions of JSON, and JSON Schemas of them. */
@NullMarked
package org.hearsay.web.shapes;

import org.jspecify.annotations.NullMarked;
