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
          room root rope rule rush safe sage sail sale salt same sand save scan seal seat
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

  private EnglishWords() {}
}
