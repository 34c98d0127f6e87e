package org.hearsay.topology.profile;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.coverage.profiles.Profile;

/** Profiles as records of the public contract. */
public final class ProfileRecords {
  private ProfileRecords() {}

  /** The final row of a window: an OutletProfile, EntityProfile or OutletEntityProfile. */
  public static SpecificRecord row(Profile profile, Instant start, Instant end) {
    return new ProfileRows(profile, start, end, true).row();
  }
}
