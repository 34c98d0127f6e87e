@NullMarked
package org.hearsay.page.model;

import org.jspecify.annotations.NullMarked;
