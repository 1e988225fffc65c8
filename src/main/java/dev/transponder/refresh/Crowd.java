package dev.transponder.refresh;

import dev.transponder.store.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Which of the due sources are refreshed now, and which wait for a later second. Pure. */
final class Crowd {
  /**
   * A crowd of overdue sources (after a start, a sleep, an outage, a jump of the clock) is thinned
   * out over about so many seconds.
   */
  private static final int THINNING = 120;

  private Crowd() {}

  /**
   * Chooses among due sources, the longest due first.
   *
   * @param due in the order in which they became due
   * @param running how many sources of each host are being refreshed
   * @param places how many more may run
   * @param parallel how many requests each host bears at once: more sources would only wait
   * @return the ids of the chosen
   */
  static List<String> choose(
      List<Due> due, Map<String, Integer> running, int places, ToIntFunction<String> parallel) {
    long known = due.stream().filter(source -> !source.fresh()).count();
    long knownLeft = 1 + known / THINNING;
    Map<String, Integer> hosts = new HashMap<>(running);
    List<String> chosen = new ArrayList<>();
    for (Due source : due) {
      if (chosen.size() == places) {
        break;
      }
      String host = source.host();
      boolean crowded = !host.isEmpty() && hosts.getOrDefault(host, 0) >= parallel.applyAsInt(host);
      if (crowded || (!source.fresh() && knownLeft == 0)) {
        continue;
      }
      if (!source.fresh()) {
        knownLeft--;
      }
      hosts.merge(host, 1, Integer::sum);
      chosen.add(source.id());
    }
    return chosen;
  }
}
