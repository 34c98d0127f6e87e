package org.hearsay.cli.stages;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.cli.options.NearNames;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Stage;

/** Stages as they are named on the command line. */
public final class StageNames {
  private StageNames() {}

  /**
   * The stages of those names; all of them where none is named.
   *
   * @throws UserException for a name that there is not, with the nearest
   */
  public static Set<Stage> of(List<String> names) {
    Set<Stage> out = EnumSet.noneOf(Stage.class);
    for (String name : names.isEmpty() ? Stage.labels() : names) {
      out.add(
          Stage.labelled(name)
              .orElseThrow(
                  () ->
                      new UserException(
                          "no stage is called "
                              + name
                              + NearNames.meant(name, Stage.labels())
                              + "; there are "
                              + Stage.labels())));
    }
    return out;
  }
}
