package org.hearsay.entities;

import java.util.Set;

/** Names and acronyms that are English words when they are written without a capital. */
final class EnglishWords {
  static final Set<String> INCLUDE =
      Set.of(
          """
          act aids america american band bank base beat best bite bold bond brics care
          case cast cats chad chile china coin cope core cuba danish dare dart data date
          deal dive door drop dutch east echo edge face fact fair fall farm fast file
          film finish fire fist five flag flow food form free french full fund gain game
          gate gear georgia georgian german gift goal goat gold good greece grow guinea
          hand hard head heal hear heat help hero high hire hold home hope host hour
          hungary idea indian iron japan join jordan jump keep kind king land last lead
          lean leap lebanon left less life lift like line link list live loan lock long
          look loop lose loss mali mark mass mate meal mean meet mile mind mine mint miss
          mode moon move name near neat need news next nice niger note oman open pace
          pact pair pale panama pant park part pass past path peak peer peru pick pipe
          plan play plea plot plus pole polish pool poor port post pray pure push race
          rain rand rank rate read real rent rest rich ring rise road rock role rome roof
          room root rope rule rush safe sage sail sale salt same sand save scan seal seat shape
          seed self send shed ship shop show side sign site size skin slim slow snap soft
          soil solo sort soul spa spin spot star start stay stem step stop such suit sure
          swift swiss task team tent test text them then tide tile time togo tone tool
          tour tree trip true tube turkey turkish turn type unit vast very view vote wake
          walk wall want ward warm wash wave wear week well west what when whip wide wife
          wild will wind wine wing wire wise wish with wolf wood word work wrap yard year
          zone
          """
              .strip()
              .split("\\s+"));

  /** Words of two and three letters, and others, that a name of one word may be. */
  private static final Set<String> SHORT =
      Set.of(
          """
          ad act add age ago ah aid aim air all am an and any arm art as ask at ate bad bag ban bar
          bat be bed bet bid big bit box boy bus but buy by can cap car cat cop cow cry cup cut dad
          day did die dig do dog dry due ear eat egg end eye fan far fat fee few fit fix fly fog for
          fun gap gas get go god got gun guy ha had has hat he her hey hi him his hit hot how ice id
          if ill in is it its job joy key kid la law lay led leg let lie lip lot low ma mad man map
          may me men met mix mom mud my net new no nor not now nut odd of off oh oil ok old on one or
          our out owe own pa pay pen per pet pie pig pin pit pop pot put raw red rid row run sad sat
          saw say sea see set sex she shy sin sir sit six sky so son sum sun tax tea ten the tie tip
          to toe ton too top toy try two up us use van via war was way we wet who why win won yes yet
          you zip april march august sunday monday friday independent telegraph guardian mirror
          express focus nation politics politico voice globe herald journal spectator monitor
          tribune insider intercept public danger union council congress senate alliance coalition
          movement progress republic dawn sabre gallant truss pence trump macron
          """
              .strip()
              .split("\\s+"));

  /** Whether a folded name is a word as well. */
  static boolean isWord(String folded) {
    return INCLUDE.contains(folded) || SHORT.contains(folded);
  }

  private EnglishWords() {}
}
