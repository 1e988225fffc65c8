-- The newest entries of one source, for its own feed and for that of its category.
create index entry_newest_of_source on entry (source_id, rank desc, number desc);
