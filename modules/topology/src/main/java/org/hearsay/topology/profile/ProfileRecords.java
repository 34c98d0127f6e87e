package org.hearsay.topology.profile;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.coverage.profiles.ProfilesInTime;

/** Profiles as records of the public contract. */
public final class ProfileRecords {
  private ProfileRecords() {}

  /** The final rows of a window: OutletProfiles, EntityProfiles and OutletEntityProfiles. */
  public static List<SpecificRecord> rows(ProfilesInTime window) {
    return window.profiles().stream()
        .map(profile -> new ProfileRows(profile, window.start(), window.end(), true).row())
        .toList();
  }
}
