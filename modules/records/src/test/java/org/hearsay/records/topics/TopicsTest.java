package org.hearsay.records.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.EntityShare;
import org.hearsay.records.EntityTone;
import org.hearsay.records.Framing;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.Mention;
import org.hearsay.records.MovedBy;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.Outlet;
import org.hearsay.records.OutletCitation;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletMentions;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.OutletShare;
import org.hearsay.records.Page;
import org.hearsay.records.Republication;
import org.hearsay.records.SentenceFraming;
import org.hearsay.records.SourceBalance;
import org.hearsay.records.SourceProfile;
import org.hearsay.records.SourceShare;
import org.hearsay.records.VoiceFraming;
import org.hearsay.records.VoiceMentions;
import org.hearsay.records.VoiceProfile;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void topicsCarryThePrefixAndAreFoundWithOrWithoutIt() {
    Topics topics = new Topics("news.", 3);
    assertThat(topics.claims().name()).isEqualTo("news.claims");
    assertThat(topics.named("claims")).contains(topics.claims());
    assertThat(topics.named("news.claims")).contains(topics.claims());
    assertThat(topics.named("nothing")).isEmpty();
  }

  @Test
  void everyFieldOfEveryRecordIsDocumented() {
    for (Schema schema :
        List.of(
            Page.getClassSchema(),
            Article.getClassSchema(),
            Comment.getClassSchema(),
            Mention.getClassSchema(),
            Claim.getClassSchema(),
            ClaimCluster.getClassSchema(),
            ClusterReport.getClassSchema(),
            Framing.getClassSchema(),
            VoiceFraming.getClassSchema(),
            SentenceFraming.getClassSchema(),
            FramingEvidence.getClassSchema(),
            MovedBy.getClassSchema(),
            NamingVariant.getClassSchema(),
            SourceShare.getClassSchema(),
            Annotation.getClassSchema(),
            Entity.getClassSchema(),
            Outlet.getClassSchema(),
            Republication.getClassSchema(),
            EntityTone.getClassSchema(),
            OutletCitation.getClassSchema(),
            VoiceProfile.getClassSchema(),
            VoiceMentions.getClassSchema(),
            EntityShare.getClassSchema(),
            SourceProfile.getClassSchema(),
            SourceBalance.getClassSchema(),
            OutletShare.getClassSchema(),
            OutletMentions.getClassSchema(),
            OutletProfile.getClassSchema(),
            EntityProfile.getClassSchema(),
            OutletEntityProfile.getClassSchema())) {
      assertThat(schema.getFields())
          .allSatisfy(
              field -> assertThat(field.doc()).as(schema + "." + field.name()).isNotBlank());
    }
  }
}
