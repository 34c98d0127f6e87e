package org.hearsay.cli.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;

/** Logs go to standard error: standard output carries results alone. */
final class StandardErrors {
  private static final String NAME = "standard-error";
  private static final String PLAIN = "%level %logger{0} - %msg%n";
  private static final String TEXT =
      "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %level [%thread] %logger{0} - %msg"
          + "%replace( \\(record %X{record}\\)){' \\(record \\)', ''}"
          + "%replace( %X{url}){'^ $', ''}%n";

  private StandardErrors() {}

  /** In place of what was attached before. */
  static void attach(LoggerContext context, LogForm form) {
    Encoder<ILoggingEvent> encoder = encoder(context, form);
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setName(NAME);
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender(NAME);
    root.addAppender(appender);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogForm form) {
    if (form == LogForm.JSON) {
      return new JsonLines();
    }
    PatternLayoutEncoder out = new PatternLayoutEncoder();
    out.setContext(context);
    out.setPattern(form == LogForm.PLAIN ? PLAIN : TEXT);
    return out;
  }
}
