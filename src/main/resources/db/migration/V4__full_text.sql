-- Entries that have, or wait for, the text of their own page.

create table full_text (
  number bigint not null primary key references entry (number) on delete cascade,
  source_id varchar(200) not null,
  -- how many more times the page may be asked for; 0: the content of the entry is its text
  tries smallint not null
);

create index full_text_waiting on full_text (source_id, tries, number);
