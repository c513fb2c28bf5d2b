"""The figures of `hoshitori aggregate --json` over JSON Lines, as a Spark job. Prints one JSON document.

On a cluster: spark-submit aggregate_spark.py hdfs:///answers/*.jsonl
"""

import json
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

WORTH = {"implemented": 4, "partial": 2, "not-implemented": 0, "unknown": -1}
CATEGORIES = {"basic": "basic", "employee": "employee", "organization": "organization_points"}


def spread(column: str) -> list:
    return [
        f.avg(column).alias("mean"),
        f.expr(f"percentile({column}, 0.5)").alias("median"),
        f.expr(f"percentile({column}, 0.25)").alias("q1"),
        f.expr(f"percentile({column}, 0.75)").alias("q3"),
        f.min(column).alias("min"),
        f.max(column).alias("max"),
    ]


def figures(path: str) -> dict:
    spark = SparkSession.builder.appName("hoshitori figures").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    answers = spark.read.json(path)
    complete = answers.where("status = 'complete'").cache()
    questions = sorted((name for name in answers.columns if name[0] == "q" and name[1:].isdigit()), key=lambda n: int(n[1:]))

    # One pass over the data for all questions together.
    per_question = [
        f.sum((f.col(name) == choice).cast("long")).alias(f"{name}|{choice}") for name in questions for choice in WORTH
    ]
    counted = complete.agg(*per_question).first().asDict()

    def question(name: str) -> dict:
        count = {choice: counted[f"{name}|{choice}"] or 0 for choice in WORTH}
        total = sum(count.values()) or 1
        return {
            "number": int(name[1:]),
            "mean": sum(WORTH[choice] * n for choice, n in count.items()) / total,
            "share": {choice: n / total for choice, n in count.items()},
        }

    groups = (
        complete.where("industry <> ''")
        .groupBy("industry")
        .agg(f.count("*").alias("assessments"), f.avg("points").alias("mean"))
        .where("assessments >= 5")
        .orderBy(f.desc("assessments"), "industry")
        .collect()
    )
    return {
        "assessments": answers.count(),
        "complete": complete.count(),
        "points": complete.agg(*spread("points")).first().asDict(),
        "bands": {row["band"]: row["count"] for row in complete.groupBy("band").count().collect()},
        "categories": [
            {"id": name, **complete.agg(*spread(column)).first().asDict()} for name, column in CATEGORIES.items()
        ],
        "questions": [question(name) for name in questions],
        "groups": [
            {"by": "industry", "value": row["industry"], "assessments": row["assessments"], "mean": row["mean"]}
            for row in groups
        ],
    }


if __name__ == "__main__":
    json.dump(figures(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=2)
    print()
