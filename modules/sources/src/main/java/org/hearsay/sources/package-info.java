/** Where pages come from: files, web addresses, feeds, sitemaps and WARC files. */
@NullMarked
package org.hearsay.sources;

import org.jspecify.annotations.NullMarked;
