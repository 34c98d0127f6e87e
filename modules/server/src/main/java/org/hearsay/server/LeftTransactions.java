package org.hearsay.server;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * Transactions that a killed process left open. Until the broker ends them, after minutes, a stage
 * that starts again is not told up to where its input was read, and may give up before (KIP-447 has
 * it wait for pending offsets).
 */
public final class LeftTransactions {
  private LeftTransactions() {}

  /**
   * Ends them all. Whoever writes in one of them at the moment has to begin anew: this is for a
   * broker of one's own, before anything runs on it.
   *
   * @return how many there were
   * @throws ExecutionException when the broker refuses, with its reason as the cause
   */
  public static int end(Admin admin) throws ExecutionException, InterruptedException {
    return end(admin, open(admin));
  }

  /** The ids of those that are open, of whomever. */
  static Set<String> open(Admin admin) throws ExecutionException, InterruptedException {
    return admin
        .listTransactions(
            new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
        .all()
        .get()
        .stream()
        .map(TransactionListing::transactionalId)
        .collect(Collectors.toSet());
  }

  /** Ends those of these ids, and says how many they are. */
  static int end(Admin admin, Set<String> ids) throws ExecutionException, InterruptedException {
    if (!ids.isEmpty()) {
      admin.fenceProducers(ids).all().get();
    }
    return ids.size();
  }
}
