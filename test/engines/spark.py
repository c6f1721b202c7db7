"""Prices entries with docs/sql/price.sql on a Spark cluster and prints the rows of totals.sql as JSON lines.

Arguments: address of the master, folder with rates.parquet and entries.parquet, folder of the SQL texts.
"""

import json
import sys

from pyspark.sql import SparkSession

master, data, sql = sys.argv[1:4]
text = lambda name: open(f"{sql}/{name}.sql", encoding="utf-8").read()
spark = (
    SparkSession.builder.master(master)
    .appName("truce")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.memory", "1g")
    .config("spark.executor.memory", "700m")
    .config("spark.executor.cores", "1")
    .config("spark.sql.shuffle.partitions", "8")
    .config("spark.ui.enabled", "false")
    .config("spark.network.timeout", "30s")
    .config("spark.network.timeoutInterval", "10s")
    .config("spark.executor.heartbeatInterval", "5s")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
for table in ("rates", "entries"):
    spark.read.parquet(f"{data}/{table}.parquet").createOrReplaceTempView(table)
spark.sql(text("price")).createOrReplaceTempView("priced")
executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
for row in spark.sql(text("totals")).collect():
    print(json.dumps({"outcome": row["outcome"], **{k: str(row[k] or 0) for k in ("entries", "without_base", "base", "additional")}}))
print(json.dumps({"executors": executors}))
spark.stop()
