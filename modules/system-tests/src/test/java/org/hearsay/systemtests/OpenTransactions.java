package org.hearsay.systemtests;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** Transactions that a broker has open. */
final class OpenTransactions {
  private OpenTransactions() {}

  static Collection<TransactionListing> of(Admin admin)
      throws InterruptedException, ExecutionException {
    return admin
        .listTransactions(
            new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
        .all()
        .get();
  }
}
