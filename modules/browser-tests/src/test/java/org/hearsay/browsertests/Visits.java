package org.hearsay.browsertests;

import com.microsoft.playwright.Browser;

/** Visits to the samples, each in a window of its own. */
record Visits(Browser browser, Samples samples) {
  /** Goes to an address of the dashboard, and waits until all of it is there. */
  Visit to(String path) {
    return Visit.to(browser, samples.origin(), path);
  }

  /** The same to a view. */
  Visit to(View view) {
    return to(view.address(samples));
  }

  /** Opens a window without a page yet, so many pixels wide. */
  Visit begin(int width) {
    return Visit.begin(browser, samples.origin(), width);
  }
}
