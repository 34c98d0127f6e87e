package org.hearsay.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/**
 * What a command printed, and how it ended.
 *
 * @param status its exit status
 * @param out what it printed as its answer
 * @param err what it said beside
 */
public record Said(int status, String out, String err) {
  /** Runs a command in this process. */
  public static Said by(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int status = line.execute(arguments);
    return new Said(status, out.toString(), err.toString());
  }
}
