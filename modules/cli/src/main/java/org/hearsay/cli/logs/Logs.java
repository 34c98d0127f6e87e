package org.hearsay.cli.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.hearsay.cli.options.UserException;
import org.slf4j.LoggerFactory;

/** How much is logged: little beside results, more where nothing else is shown. */
public final class Logs {
  private static final List<String> SHOWN = List.of("org.apache.kafka", "kafka");

  private Logs() {}

  /** From now on also what stages tell, and errors of Kafka, beside results. */
  public static void showStages() {
    LoggerContext context = context();
    context.getLogger("org.hearsay").setLevel(Level.INFO);
    SHOWN.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    LogSetup.given(context);
  }

  /** From now on all that who runs stages wants to know: Kafka's warnings, too, once a minute. */
  public static void ofStages(LogForm form) {
    LoggerContext context = context();
    context.getLogger("org.hearsay").setLevel(Level.INFO);
    SHOWN.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    // A setting of Hearsay's own is none of a client's.
    context.getLogger("org.apache.kafka.common.config.AbstractConfig").setLevel(Level.ERROR);
    OnceAMinute seldom = new OnceAMinute(System::nanoTime);
    seldom.setContext(context);
    seldom.start();
    context.addTurboFilter(seldom);
    StandardErrors.attach(context, form);
    LogSetup.given(context);
  }

  private static LoggerContext context() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      return context;
    }
    throw new UserException(
        "another logger than Logback comes first on the class path: "
            + LoggerFactory.getILoggerFactory().getClass().getName()
            + "; remove its jar");
  }
}
