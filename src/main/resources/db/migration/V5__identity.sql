-- Who an entry is when its document calls it by other names, and what is left of it when it is purged.

-- Further names of entries and of purged entries: keys by which they came later, and weaker ones (the path of
-- a link), which several may share. The first key of an entry is in its own row.
create table alias (
  source_id varchar(200) not null references source (id),
  alias_hash uuid not null,
  number bigint not null,
  primary key (source_id, alias_hash, number)
);

create index alias_number on alias (number);

-- A purged entry that must not come back: as much of it as recognising it needs. Its key is an alias.
create table tombstone (
  number bigint not null primary key,
  source_id varchar(200) not null references source (id),
  atom_id_hash uuid not null,
  first_seen bigint not null,
  rank bigint not null,
  updated bigint not null,
  hash varchar not null,
  title text,
  link varchar,
  published bigint,
  -- when it was purged, or when it was last seen to be gone from its source's document
  since bigint not null,
  constraint buried_id_once unique (atom_id_hash)
);

create index tombstone_since on tombstone (since);

-- Entries and purged entries that the last document of their source holds; only what changes is written.
create table present (
  number bigint not null primary key,
  source_id varchar(200) not null
);

create index present_source on present (source_id);

-- Nothing is known of the documents read before: no entry of theirs is purged until they are read again.
insert into present (number, source_id) select number, source_id from entry;

-- Work that is done once a day, by one node.
create table daily (
  name varchar(40) not null primary key,
  done_at bigint not null
);

-- Entries that were old when they came: they are in everything but the feeds.
alter table entry add column backlog boolean not null default false;

-- How surely its link leads to the site of its own source: 0 not, 1 its document says so, 2 surely. Such an
-- entry leads its story.
alter table entry add column home smallint not null default 0;

create index entry_fed on entry (leads desc, backlog, rank desc, number desc);

create index entry_first_seen on entry (first_seen, number);
