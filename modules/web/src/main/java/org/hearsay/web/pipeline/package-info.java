/** What runs beside the server and is told and asked through it: pages in, stages, reading. */
@NullMarked
package org.hearsay.web.pipeline;

import org.jspecify.annotations.NullMarked;
