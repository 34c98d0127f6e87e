package org.hearsay.cli.output;

import org.jspecify.annotations.Nullable;

/** What people read where something is not known. */
public final class Unknown {
  /** In place of an outlet's name. */
  public static final String OUTLET = "(unknown outlet)";

  private static final String TITLE = "(no title)";

  private Unknown() {}

  /** An outlet's name, or {@link #OUTLET}. */
  public static String orOutlet(@Nullable String name) {
    return name == null ? OUTLET : name;
  }

  /** An article's headline, or that there is none. */
  public static String orTitle(@Nullable String title) {
    return title == null ? TITLE : title;
  }
}
