-- Results are of batches, of sources' pace and of whole tables.

comment on table ops.expectation_results is 'What was checked and how it came out: batches before they were loaded, the pace of sources, and tables as they stand.';
comment on column ops.expectation_results.run_id is 'The run; of a table as it stands, the one whose snapshot was asked.';
comment on column ops.expectation_results.source_id is 'The source that was checked; warehouse where it was a table as it stands.';
comment on column ops.expectation_results.table_name is 'The table the batch was meant for, or that was asked; source where it is about a source.';
