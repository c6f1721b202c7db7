-- Adds up what price.sql gives, as the table or view `priced`.
SELECT
  t.outcome AS outcome,
  COUNT(*) AS entries,
  SUM(CASE WHEN t.base IS NULL THEN 1 ELSE 0 END) AS without_base,
  SUM(CASE WHEN t.outcome = 'settled' THEN t.base END) AS base,
  SUM(t.additional) AS additional
FROM priced t
GROUP BY t.outcome
ORDER BY outcome
