package org.hearsay.cli.serve;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hearsay.cli.ask.AskedOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.store.QueryStore;
import org.hearsay.web.WebException;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves what was read to browsers and programs. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what was read: a dashboard for browsers, and an HTTP API, until Ctrl-C.",
      "With --pages it needs no Kafka: the pages are analysed first."
    })
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8089",
      description = "Where it listens; 0 takes a free port (default: ${DEFAULT-VALUE}).")
  int port = 8089;

  @Option(
      names = "--sql",
      description = "Let whoever may ask run SQL of their own: it only reads, and ends in time.")
  boolean sql;

  @Mixin AskedOptions asked;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (QueryStore store = asked.held();
        WebServer server = WebServer.start(store, WebSettings.local(port).withSql(sql))) {
      err.println("hearsay: http://localhost:" + server.port() + " until Ctrl-C");
      new CountDownLatch(1).await();
    } catch (WebException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }
}
