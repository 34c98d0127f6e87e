package org.hearsay.server;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Ends the transactions that killed processes of a stage left open. Until the broker does, minutes
 * later, whoever takes over their partitions is not told from where to read on (KIP-447), and
 * readers of committed records see nothing that was written behind them.
 *
 * <p>Kafka Streams names clients and transactions by the application, a process's id and a thread's
 * number, unless it is told a client's name.
 */
final class KilledProcesses {
  private static final String PROCESS = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-";

  private final Admin admin;
  private final String application;
  private final Pattern name;

  /**
   * Of one stage.
   *
   * @param admin stays the caller's to close
   * @param application the stage's application id
   */
  KilledProcesses(Admin admin, String application) {
    this.admin = admin;
    this.application = application;
    this.name = Pattern.compile(Pattern.quote(application + "-") + PROCESS + ".*");
  }

  /** The process's id in the name of a client, a thread or a transaction; none in another name. */
  Optional<String> process(String of) {
    Matcher matcher = name.matcher(of);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Ends those of a process that is known not to run.
   *
   * @return how many there were
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   */
  int endThoseOf(String process) throws ExecutionException, InterruptedException {
    return LeftTransactions.end(admin, open(process::equals));
  }

  /**
   * Ends those of processes that the stage's group has no more. A process that lives and was put
   * out of the group may not go on with what it was at, either, and joins again.
   *
   * @return how many there were
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   */
  int endThoseOfTheGone() throws ExecutionException, InterruptedException {
    // Before members are asked for: whoever has one by then has joined before.
    Set<String> open = open(process -> true);
    if (open.isEmpty()) {
      return 0;
    }
    Set<String> living = new HashSet<>();
    for (MemberDescription member : members()) {
      Optional<String> process = process(member.clientId());
      if (process.isEmpty()) {
        // It has a name of its own, and might be anybody.
        return 0;
      }
      living.add(process.get());
    }
    open.removeIf(id -> process(id).filter(living::contains).isPresent());
    return LeftTransactions.end(admin, open);
  }

  private List<MemberDescription> members() throws ExecutionException, InterruptedException {
    try {
      return admin.describeConsumerGroups(List.of(application)).all().get().values().stream()
          .flatMap(group -> group.members().stream())
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }

  private Set<String> open(Predicate<String> ofProcess)
      throws ExecutionException, InterruptedException {
    Set<String> out = new HashSet<>(LeftTransactions.open(admin));
    out.removeIf(id -> process(id).filter(ofProcess).isEmpty());
    return out;
  }
}
