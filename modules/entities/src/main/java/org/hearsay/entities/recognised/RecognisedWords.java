package org.hearsay.entities.recognised;

import org.hearsay.entities.names.NameWords;
import org.hearsay.entities.nominals.BodyWords;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.people.TitleWords;

/**
 * The words of a language that recognised names are read by.
 *
 * @param names which names are words besides
 * @param titles what stands before persons' names
 * @param offices what the holders of offices are called
 * @param bodies what bodies are called by
 * @param longer what tells a name from a part of a longer one
 */
public record RecognisedWords(
    NameWords names,
    TitleWords titles,
    OfficeWords offices,
    BodyWords bodies,
    LongerNameWords longer) {}
