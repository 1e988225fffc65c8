package dev.transponder.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs the program's jobs by Quartz: one trigger for each job, never one for each source. What is
 * due is remembered in the store, so a restart or a misfire loses nothing (a missed tick is made up
 * for by the next one). Thread safe.
 */
public final class Schedule implements AutoCloseable {
  /** A tick that did not come for so long means that the scheduler is stuck. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Scheduler quartz;
  private final InstantSource clock;
  private final AtomicReference<Instant> heartbeat;

  private Schedule(Scheduler quartz, InstantSource clock) {
    this.quartz = quartz;
    this.clock = clock;
    this.heartbeat = new AtomicReference<>(clock.instant());
  }

  /**
   * Starts the jobs; each runs at once and then again and again, never twice at a time.
   *
   * @param jobs what to do and how often; what they throw is logged and does not stop them
   */
  public static Schedule start(List<Repeated> jobs, InstantSource clock) {
    try {
      Schedule schedule = new Schedule(quartz(jobs.size()), clock);
      schedule.quartz.setJobFactory(
          (bundle, scheduler) ->
              new RepeatedJob(
                  find(jobs, bundle.getJobDetail().getKey().getName()), schedule::beat));
      for (Repeated job : jobs) {
        schedule.add(job, RepeatedJob.class);
      }
      schedule.quartz.start();
      return schedule;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler does not start", e);
    }
  }

  private static Scheduler quartz(int threads) throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "transponder");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return new StdSchedulerFactory(properties).getScheduler();
  }

  private void add(Repeated job, Class<? extends Job> type) throws SchedulerException {
    quartz.scheduleJob(
        newJob(type).withIdentity(job.name()).build(),
        newTrigger()
            .withIdentity(job.name())
            .withSchedule(
                simpleSchedule()
                    .withIntervalInMilliseconds(job.interval().toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .startNow()
            .build());
  }

  private static Repeated find(List<Repeated> jobs, String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findAny().orElseThrow();
  }

  private void beat() {
    heartbeat.set(clock.instant());
  }

  /** What is wrong with the scheduler, in words; empty while it ticks. */
  public Optional<String> problem() {
    Duration silence = Duration.between(heartbeat.get(), clock.instant());
    return silence.compareTo(SILENCE) > 0
        ? Optional.of("the scheduler has not ticked for " + silence.toSeconds() + " s")
        : Optional.empty();
  }

  /** Starts no further job and waits for running ones. */
  @Override
  public void close() {
    try {
      quartz.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler does not stop", e);
    }
  }
}
