-- The figures of `hoshitori aggregate --json` over JSON Lines, in DuckDB.
-- Expects a view `answers` over what `export --format jsonl` writes:
--   create view answers as select * from read_json('answers.jsonl', format = 'newline_delimited');

create or replace view complete as
select * from answers where status = 'complete';

create or replace view long_answers as
select cast(substr(question, 2) as integer) as number, choice
from (unpivot (select columns('^q[0-9]+$') from complete) on columns(*) into name question value choice);

create or replace view worth as
select * from (values ('implemented', 4), ('partial', 2), ('not-implemented', 0), ('unknown', -1)) as t(choice, points);

create or replace view counts as
select count(*) as assessments, count(*) filter (where status = 'complete') as complete from answers;

create or replace view figures as
select 'points' as id, avg(points) as mean, quantile_cont(points, 0.5) as median, quantile_cont(points, 0.25) as q1,
       quantile_cont(points, 0.75) as q3, min(points) as min, max(points) as max from complete
union all
select 'basic', avg(basic), quantile_cont(basic, 0.5), quantile_cont(basic, 0.25),
       quantile_cont(basic, 0.75), min(basic), max(basic) from complete
union all
select 'employee', avg(employee), quantile_cont(employee, 0.5), quantile_cont(employee, 0.25),
       quantile_cont(employee, 0.75), min(employee), max(employee) from complete
union all
select 'organization', avg(organization_points), quantile_cont(organization_points, 0.5),
       quantile_cont(organization_points, 0.25), quantile_cont(organization_points, 0.75), min(organization_points),
       max(organization_points) from complete;

create or replace view bands as
select band, count(*) as assessments from complete group by band;

create or replace view questions as
select number,
       avg(points) as mean,
       avg((choice = 'implemented')::int) as implemented,
       avg((choice = 'partial')::int) as partial,
       avg((choice = 'not-implemented')::int) as not_implemented,
       avg((choice = 'unknown')::int) as unknown
from long_answers join worth using (choice)
group by number order by number;

create or replace view industries as
select industry as value, count(*) as assessments, avg(points) as mean
from complete where industry <> '' group by industry having count(*) >= 5
order by assessments desc, value;
