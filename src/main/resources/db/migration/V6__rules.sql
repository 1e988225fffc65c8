-- Which entries the rules of feeds.yml drop. They stay stored: with other rules they are shown.

-- The rule, in words; null: it is shown.
alter table entry add column dropped_by varchar;

-- By which rules the entries of a source are judged, and how many of them are dropped.
alter table source add column rules varchar(36);
alter table source add column dropped bigint not null default 0;
-- While all entries of a source are judged anew, the newest first: those below this number are still to be judged. Null:
-- all are judged.
alter table source add column judged_to bigint;

create index source_judged on source (judged_to);
