"""Prices entries with docs/sql/price.sql in ClickHouse's dialect (chdb) and prints the rows of totals.sql as JSON lines.

Arguments: folder with rates.parquet and entries.parquet, folder of the SQL texts.
"""

import json
import sys

from chdb.session import Session

data, sql = sys.argv[1:3]
text = lambda name: open(f"{sql}/{name}.sql", encoding="utf-8").read()
# Unmatched rows of a LEFT JOIN are NULL, a CAST keeps NULL, and names mean columns before aliases, as in the SQL standard.
SETTINGS = " SETTINGS join_use_nulls = 1, prefer_column_name_to_alias = 1, cast_keep_nullable = 1"
session = Session()
session.query("CREATE DATABASE t")
session.query("USE t")
for table in ("rates", "entries"):
    session.query(f"CREATE TABLE {table} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('{data}/{table}.parquet', Parquet)")
session.query(f"CREATE TABLE priced ENGINE = MergeTree ORDER BY row_id SETTINGS allow_nullable_key = 1 AS {text('price')}{SETTINGS}")
for line in str(session.query(text("totals") + SETTINGS, "JSONEachRow")).splitlines():
    row = json.loads(line)
    print(json.dumps({k: row[k] if k == "outcome" else str(row[k] or 0) for k in ("outcome", "entries", "without_base", "base", "additional")}))
session.close()
