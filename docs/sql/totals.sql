-- Adds up what price.sql gives, as the table or view `priced`.
SELECT
  outcome AS outcome,
  COUNT(*) AS entries,
  SUM(CASE WHEN base IS NULL THEN 1 ELSE 0 END) AS without_base,
  SUM(CASE WHEN outcome = 'settled' THEN base END) AS base,
  SUM(additional) AS additional
FROM priced
GROUP BY outcome
ORDER BY outcome
