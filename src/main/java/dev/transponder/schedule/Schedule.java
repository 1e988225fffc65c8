package dev.transponder.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the program's jobs by Quartz: one trigger for each job, never one for each source. What is
 * due is remembered in the store, so a restart or a misfire loses nothing (a missed tick is made up
 * for by the next one). Thread safe.
 */
public final class Schedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  /**
   * Quartz waits by the wall clock: set back by a day, it would do nothing for a day. A job that is
   * late by so much is therefore given a new trigger.
   */
  private static final Duration LATE = Duration.ofSeconds(5);

  private final Scheduler quartz;
  private final List<Repeated> jobs;
  private final Heartbeats heartbeats;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule-watch").factory());

  private Schedule(Scheduler quartz, List<Repeated> jobs, LongSupplier nanos) {
    this.quartz = quartz;
    this.jobs = List.copyOf(jobs);
    this.heartbeats = new Heartbeats(jobs, nanos);
  }

  /**
   * Starts the jobs; each runs at once and then again and again, never twice at a time.
   *
   * @param jobs what to do and how often; what they throw is logged and does not stop them
   */
  public static Schedule start(List<Repeated> jobs) {
    return start(jobs, System::nanoTime);
  }

  /**
   * @param nanos the monotonic clock by which a late job is noticed
   */
  static Schedule start(List<Repeated> jobs, LongSupplier nanos) {
    try {
      Schedule schedule = new Schedule(quartz(jobs.size()), jobs, nanos);
      schedule.quartz.setJobFactory(
          (bundle, scheduler) -> {
            Repeated job = find(jobs, bundle.getJobDetail().getKey().getName());
            return new RepeatedJob(job, () -> schedule.heartbeats.beat(job));
          });
      for (Repeated job : jobs) {
        schedule.quartz.scheduleJob(detail(job), trigger(job));
      }
      schedule.quartz.start();
      long late = LATE.toMillis();
      Future<?> _ =
          schedule.watch.scheduleWithFixedDelay(
              schedule::wakeLate, late, late, TimeUnit.MILLISECONDS);
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

  private static JobDetail detail(Repeated job) {
    return newJob(RepeatedJob.class).withIdentity(job.name()).build();
  }

  private static Trigger trigger(Repeated job) {
    return newTrigger()
        .withIdentity(job.name())
        .forJob(job.name())
        .withSchedule(
            simpleSchedule()
                .withIntervalInMilliseconds(job.interval().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .startNow()
        .build();
  }

  private static Repeated find(List<Repeated> jobs, String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findAny().orElseThrow();
  }

  /** Lets the jobs that are late run now; one that is running is not run a second time. */
  void wakeLate() {
    for (Repeated job : jobs) {
      if (heartbeats.silence(job).compareTo(job.interval().plus(LATE)) > 0) {
        try {
          quartz.rescheduleJob(TriggerKey.triggerKey(job.name()), trigger(job));
        } catch (SchedulerException e) {
          log.error("{} cannot be scheduled anew", job.name(), e);
        }
      }
    }
  }

  /** What is wrong with the scheduler, in words; empty while it ticks. */
  public Optional<String> problem() {
    return heartbeats.problem(jobs);
  }

  /** Starts no further job and waits for running ones. */
  @Override
  public void close() {
    watch.shutdownNow();
    try {
      quartz.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler does not stop", e);
    }
  }
}
