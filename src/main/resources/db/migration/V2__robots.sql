-- The robots.txt of each origin, so that a restart does not ask for it again. The same text runs on H2 and on
-- PostgreSQL; times as in V1.

create table robots (
  -- scheme, host and port
  origin varchar(300) not null primary key,
  asked_at bigint not null,
  next_look bigint not null,
  -- since when it cannot be had, and why; null if it can
  failing_since bigint,
  problem varchar,
  -- of the last copy that could be had; null if none could ever be had
  body text,
  etag varchar,
  last_modified varchar,
  validators_url varchar
);
