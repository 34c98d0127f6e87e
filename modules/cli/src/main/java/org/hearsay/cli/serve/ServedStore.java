package org.hearsay.cli.serve;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.hearsay.cli.ask.StoreKeeper;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Topics;
import org.hearsay.store.StoreException;
import org.hearsay.store.loading.LoadProgress;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.web.WebException;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;

/**
 * A store that follows the topics, shown by a server: from the first moment on, whatever is read by
 * then. One thread reads.
 */
public final class ServedStore implements AutoCloseable {
  private final StoreKeeper keeper;
  private final WebServer web;
  private final PipelineState state;
  private boolean closed;

  private ServedStore(StoreKeeper keeper, WebServer web, PipelineState state) {
    this.keeper = keeper;
    this.web = web;
    this.state = state;
  }

  /**
   * Begins to answer.
   *
   * @param keeper closed with this, also where this fails
   * @throws UserException when nobody can listen there
   */
  public static ServedStore start(StoreKeeper keeper, WebSettings settings) {
    try {
      return listening(keeper, settings);
    } catch (WebException e) {
      keeper.close();
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The same, otherwise where nobody can listen as is wanted.
   *
   * @param keeper closed with this, also where this fails
   * @throws UserException when nobody can listen there either
   */
  public static ServedStore start(StoreKeeper keeper, WebSettings wanted, WebSettings otherwise) {
    try {
      return listening(keeper, wanted);
    } catch (WebException e) {
      return start(keeper, otherwise);
    }
  }

  private static ServedStore listening(StoreKeeper keeper, WebSettings settings) {
    PipelineState state = new PipelineState();
    return new ServedStore(
        keeper, WebServer.start(keeper.store(), settings, state.pipeline()), state);
  }

  /** The port that it listens on. */
  public int port() {
    return web.port();
  }

  /** What the server is told of the pipeline. */
  public PipelineState state() {
    return state;
  }

  /**
   * Reads the topics, and goes on until it is told to stop.
   *
   * @param told is told how far the reading is, until it has caught up
   * @param caughtUp is run when what the topics had is read
   * @throws UserException when they cannot be read, or the store not be written, any more
   */
  public void follow(
      Topics topics,
      LoadSettings settings,
      Consumer<LoadProgress> told,
      Runnable caughtUp,
      BooleanSupplier stopping)
      throws InterruptedException {
    Consumer<LoadProgress> progress =
        at -> {
          state.progress(at);
          if (!state.hasCaughtUp()) {
            told.accept(at);
          }
        };
    try {
      keeper.connect(topics, settings, progress);
      keeper.readToEnd(stopping);
      if (!stopping.getAsBoolean()) {
        keeper.index();
        state.caughtUp();
        caughtUp.run();
      }
      keeper.follow(stopping);
    } catch (StoreException | KafkaException e) {
      String why = UserException.why(e);
      state.failed(why);
      throw new UserException("the store cannot be kept any more: " + why, e);
    }
  }

  /**
   * Ends the answering, then lets go of the store; the reading has ended before. A second call does
   * nothing, but waits.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    web.close();
    keeper.close();
  }
}
