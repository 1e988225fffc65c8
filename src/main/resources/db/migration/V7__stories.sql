-- Which entries tell one story. The same text runs on H2 and on PostgreSQL.

-- The story that its link says it tells; "story" is the one that it was found to tell.
alter table entry add column exact varchar not null default '';
alter table entry add column exact_hash uuid;
update entry set exact = story, exact_hash = story_hash;
create index entry_exact on entry (exact_hash, number);
create index entry_of_source on entry (source_id, number);

-- When an entry began to tell its story: its own number, or the next one at the time of the change that brought it in.
-- Whoever comes later, also by a change, does not take the story.
alter table entry add column told bigint not null default 0;
update entry set told = number;

-- What an entry tells, made comparable; and its marks, eight bytes each, by which they are found below.
create table telling (
  number bigint not null primary key,
  telling bytea not null,
  marks bytea not null
);

-- Where a mark is found. "teller" is a hash of the source: an entry is compared with those of others only.
create table story_mark (
  mark bigint not null,
  number bigint not null,
  teller integer not null
);
create index story_mark_found on story_mark (mark, number, teller);

-- Two entries with nearly the same text; "one" is the smaller number.
create table story_tie (
  one bigint not null,
  other bigint not null,
  likeness double precision not null,
  strong boolean not null,
  primary key (one, other)
);
create index story_tie_other on story_tie (other, one);

-- How the entries of a source are compared, and what it says in many of them.
alter table source add column dedupe varchar(10) not null default 'NEAR';
alter table source add column repeats bytea;
-- While all entries of a source are compared anew, the newest first: those below this number still are to be. Null: all are.
alter table source add column told_to bigint;
update source set told_to = 9223372036854775807 where entries > 0;
create index source_told on source (told_to);
