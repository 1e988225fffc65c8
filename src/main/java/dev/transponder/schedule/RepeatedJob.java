package dev.transponder.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one {@link Repeated} for Quartz; a failure is logged and the next tick tries again. */
@DisallowConcurrentExecution
final class RepeatedJob implements Job {
  private static final Logger log = LoggerFactory.getLogger(RepeatedJob.class);

  private final Repeated job;
  private final Runnable heartbeat;

  RepeatedJob(Repeated job, Runnable heartbeat) {
    this.job = job;
    this.heartbeat = heartbeat;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      job.work().run();
    } catch (RuntimeException e) {
      log.error("{} failed, tried again in {}", job.name(), job.interval(), e);
    }
    heartbeat.run();
  }
}
