package org.hearsay.entities.instruments;

import java.util.List;
import org.hearsay.entities.Catalogue;
import org.hearsay.text.languages.LanguageFolder;

/**
 * Finds resolutions of the UN Security Council and the General Assembly by their number. A number
 * alone, an article of a law and the resolution of another body are none. Immutable.
 */
public final class Resolutions {
  private final ResolutionForms forms;

  private Resolutions(ResolutionForms forms) {
    this.forms = forms;
  }

  /** Those of a language. */
  public static Resolutions read(LanguageFolder folder) {
    return new Resolutions(ResolutionForms.read(folder));
  }

  /** The resolutions of a text, those that are settled by themselves first. */
  public List<Instrument> find(String text, Catalogue catalogue) {
    return forms.mayStandIn(text)
        ? new ResolutionsOfText(text, catalogue, forms).find()
        : List.of();
  }
}
