-- Prices a table of entries with the rates that `truce export rates` writes, where they lie. One text for DuckDB, Postgres, Spark SQL and ClickHouse.
--
-- Needs two tables:
--   rates    as exported (code, origin, destination, component, percent_ppm, share_ppm, outcome, min_ppm, max_ppm, from_minute, to_minute, …)
--   entries  row_id BIGINT, code VARCHAR (10 digits, without dots; 8 or 10 for China), origin VARCHAR (CN, HK, MO, US), destination VARCHAR (US, CN),
--            minute INTEGER (entry, in minutes since 1970-01-01T00:00Z), cents BIGINT (customs value in whole cents)
--
-- Gives one row for each entry. Every component is rounded once, half up, in whole numbers:
--   (x - x % 1000000) / 1000000 with x = cents * ppm + 500000 is exact in all four engines while x < 2^59 (1.5 billion at the highest rate of the tariffs, 350 %), although two of them divide in doubles.
-- `outcome` says whether the sums count: settled; needs-facts, beyond-horizon (open: between additional_min and additional_max); not-covered;
-- unknown (no rate for that code, origin and minute); too-large (above 1,500,000,000.00, priced by `truce price` instead); bad-value (no value, or
-- one below zero); ambiguous (more than one rate for the entry: its row_id is not its own, or `rates` holds more than one export).
-- `base` is NULL where the ordinary rate has a quantity in it or is not in hand. Nothing open is in a sum.

SELECT
  p.row_id AS row_id,
  p.outcome AS outcome,
  CASE WHEN p.outcome IN ('settled', 'needs-facts') AND p.base_rows > 0 THEN p.base END AS base,
  CASE WHEN p.outcome = 'settled' THEN p.additional END AS additional,
  CASE WHEN p.outcome = 'settled' AND p.base_rows > 0 THEN p.base + p.additional END AS duty,
  CASE WHEN p.outcome IN ('settled', 'needs-facts') THEN CAST((p.cents * p.min_ppm + 500000 - (p.cents * p.min_ppm + 500000) % 1000000) / 1000000 AS BIGINT) END AS additional_min,
  CASE WHEN p.outcome IN ('settled', 'needs-facts') THEN CAST((p.cents * p.max_ppm + 500000 - (p.cents * p.max_ppm + 500000) % 1000000) / 1000000 AS BIGINT) END AS additional_max
FROM (
  SELECT
    c.row_id AS row_id,
    MAX(c.cents) AS cents,
    CASE WHEN SUM(CASE WHEN c.component IS NULL OR c.component = 'base' THEN 1 ELSE 0 END) > 1 THEN 'ambiguous'
         ELSE MAX(CASE WHEN c.cents IS NULL OR c.cents < 0 THEN 'bad-value' WHEN c.cents > 150000000000 THEN 'too-large' WHEN c.outcome IS NULL THEN 'unknown' ELSE c.outcome END) END AS outcome,
    SUM(CASE WHEN c.component = 'base' AND c.amount IS NOT NULL THEN 1 ELSE 0 END) AS base_rows,
    SUM(CASE WHEN c.component = 'base' THEN c.amount END) AS base,
    SUM(CASE WHEN c.component <> 'base' THEN c.amount ELSE 0 END) AS additional,
    MAX(c.min_ppm) AS min_ppm,
    MAX(c.max_ppm) AS max_ppm
  FROM (
    SELECT
      b.row_id AS row_id, b.cents AS cents, b.outcome AS outcome, b.component AS component, b.min_ppm AS min_ppm, b.max_ppm AS max_ppm,
      CASE WHEN b.cents BETWEEN 0 AND 150000000000 THEN CAST((b.basis * b.percent_ppm + 500000 - (b.basis * b.percent_ppm + 500000) % 1000000) / 1000000 AS BIGINT) END AS amount
    FROM (
      SELECT
        e.row_id AS row_id, e.cents AS cents, r.outcome AS outcome, r.component AS component, r.percent_ppm AS percent_ppm, r.min_ppm AS min_ppm, r.max_ppm AS max_ppm,
        CASE WHEN r.share_ppm = 1000000 OR e.cents > 150000000000 OR e.cents < 0 THEN e.cents
             ELSE CAST((e.cents * r.share_ppm + 500000 - (e.cents * r.share_ppm + 500000) % 1000000) / 1000000 AS BIGINT) END AS basis
      FROM entries e
      LEFT JOIN rates r
        ON r.code = e.code AND r.origin = e.origin AND r.destination = e.destination AND r.from_minute <= e.minute AND e.minute < r.to_minute
    ) b
  ) c
  GROUP BY c.row_id
) p
