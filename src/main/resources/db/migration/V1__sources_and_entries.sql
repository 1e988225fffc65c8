-- The same text runs on H2 (regular mode) and on PostgreSQL.
--
-- Times are microseconds since 1970-01-01T00:00Z; the largest bigint is "never".
-- Texts that are searched by equality and may be long (keys, Atom ids, stories) have a *_hash of 128 bits
-- beside them, because PostgreSQL refuses index rows over 2,704 bytes.

create table source (
  id varchar(200) not null primary key,
  -- as feeds.yml says; written by sync alone
  url varchar not null,
  name varchar,
  category varchar,
  position integer not null,
  listed boolean not null,
  paused boolean not null,
  -- what is remembered between two refreshes
  first_url varchar not null,
  feed_url varchar,
  kind varchar,
  state varchar(20) not null,
  etag varchar,
  last_modified varchar,
  validators_url varchar,
  body_hash varchar,
  next_check bigint not null,
  reason varchar not null,
  last_at bigint,
  last_result varchar,
  failures integer not null,
  head text,
  entries bigint not null,
  -- the lease of a node that is refreshing the source
  claimed_by varchar,
  claimed_until bigint,
  -- the URL changed while the source was claimed: what comes of that claim is left out
  outdated boolean not null
);

create index source_due on source (next_check, id);

create table entry (
  number bigint not null primary key,
  source_id varchar(200) not null references source (id),
  entry_key varchar not null,
  key_hash uuid not null,
  atom_id varchar not null,
  atom_id_hash uuid not null,
  story varchar not null,
  story_hash uuid not null,
  first_seen bigint not null,
  rank bigint not null,
  updated bigint not null,
  hash varchar not null,
  -- whether its source is listed, and no other listed source has an earlier entry of its story
  leads boolean not null,
  title text,
  link varchar,
  details text not null,
  constraint entry_once unique (source_id, key_hash),
  constraint atom_id_once unique (atom_id_hash)
);

create index entry_newest on entry (leads desc, rank desc, number desc);

create index entry_story on entry (story_hash, number);

create table entry_text (
  number bigint not null primary key references entry (number),
  summary text,
  content text
);

-- One row, locked by every transaction that changes what outputs can show: numbers and revisions
-- therefore grow in the order of the commits.
create table publication (
  revision bigint not null,
  last_number bigint not null,
  -- how many entries lead
  stories bigint not null
);

insert into publication (revision, last_number, stories) values (0, 0, 0);
