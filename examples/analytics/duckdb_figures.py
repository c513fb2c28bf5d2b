"""Runs aggregate.sql in DuckDB over a file of JSON Lines and prints the figures as one JSON document."""

import json
import pathlib
import sys

import duckdb


def figures(path: str) -> dict:
    database = duckdb.connect()
    quoted = path.replace("'", "''")
    database.execute(f"create view answers as select * from read_json('{quoted}', format = 'newline_delimited')")
    database.execute(pathlib.Path(__file__).with_name("aggregate.sql").read_text(encoding="utf-8"))

    def rows(view: str) -> list[dict]:
        result = database.execute(f"select * from {view}")
        names = [column[0] for column in result.description]
        return [dict(zip(names, row)) for row in result.fetchall()]

    counts = rows("counts")[0]
    by_id = {row.pop("id"): row for row in rows("figures")}
    return {
        "assessments": counts["assessments"],
        "complete": counts["complete"],
        "points": by_id.pop("points"),
        "bands": {row["band"]: row["assessments"] for row in rows("bands")},
        "categories": [{"id": name, **row} for name, row in by_id.items()],
        "questions": [
            {
                "number": row["number"],
                "mean": row["mean"],
                "share": {
                    "implemented": row["implemented"],
                    "partial": row["partial"],
                    "not-implemented": row["not_implemented"],
                    "unknown": row["unknown"],
                },
            }
            for row in rows("questions")
        ],
        "groups": [{"by": "industry", **row} for row in rows("industries")],
    }


if __name__ == "__main__":
    json.dump(figures(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=2)
    print()
