"""Makes maakunnat.csv, seutukunnat.csv and municipalities.csv.

Usage: python make.py FOLDER, where FOLDER holds the municipality keys of
Statistics Finland (as packaged by rOpenGov/geofi), the NUTS crosswalk and the
centre points. former.csv and the other tables are kept by hand; this script
stops when a municipality that has left the key since 2013 is missing there.
"""
import csv
import sys
from pathlib import Path

source, here = Path(sys.argv[1]), Path(__file__).parent


def read(name):
    with open(source / name, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [{k: v.strip() for k, v in row.items()} for row in rows]


def write(name, header, rows):
    with open(here / name, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(sorted(rows))
    print(name, len(rows))


def names(row, prefix):
    return [row[f"{prefix}_name_{language}"] for language in ("fi", "sv", "en")]


key = read("municipality_key_2026.csv")
points = {row["municipality_code"]: row for row in read("municipality_points.csv")}

write("maakunnat.csv", ["code", "fi", "sv", "en", "nuts3_2021", "nuts3_2024", "nuts2"],
      [[row["maakunta_code"], row["name_fi"], row["name_sv"], row["name_en"],
        row["nuts3_2021"], row["nuts3_2024"], row["nuts2"]] for row in read("maakunta_nuts_crosswalk.csv")])
write("seutukunnat.csv", ["code", "maakunta", "fi", "sv", "en"],
      sorted({(row["seutukunta_code"].zfill(3), row["maakunta_code"].zfill(2), *names(row, "seutukunta")) for row in key}))
write("municipalities.csv", ["code", "seutukunta", "fi", "sv", "en", "lat", "lon"],
      [[row["municipality_code"].zfill(3), row["seutukunta_code"].zfill(3), *names(row, "municipality"),
        points[row["municipality_code"].zfill(3)]["lat"], points[row["municipality_code"].zfill(3)]["lon"]] for row in key])

now = {row["municipality_code"] for row in key}
with open(here / "former.csv", encoding="utf-8") as file:
    kept = {row["code"] for row in csv.DictReader(file)}
gone = {row["municipality_code"].zfill(3): row["municipality_name_fi"]
        for row in read("municipality_key_2013_2026.csv") if row["municipality_code"] not in now}
if missing := {code: name for code, name in gone.items() if code not in kept}:
    sys.exit(f"former.csv lacks a successor of {missing}")
