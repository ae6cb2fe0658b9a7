"""Print what one release of kayobe knows, as JSON:  kayobe.py <date> <unpacked wheel> [<older wheel>...]"""
import json
import sys
from pathlib import Path

from collect import NAME, load, share, shape, version_of


# kayobe's version -> the release as operators call it
RELEASES = {12: "yoga", 13: "zed", 14: "2023.1", 15: "2023.2", 16: "2024.1", 17: "2024.2", 18: "2025.1", 19: "2025.2",
            20: "2026.1", 21: "2026.2"}


def variables(root: Path) -> dict:
    found: dict = {}
    for path in [*sorted(root.glob("ansible/inventory/group_vars/all/*")), *sorted(root.glob("ansible/roles/*/defaults/*.yml"))]:
        for name, value in (load(path) if path.is_file() else {}).items():
            found.setdefault(name, value)
    return found


def referenced(root: Path) -> set[str]:
    names: set[str] = set()
    for path in [*root.glob("ansible/**/*"), *root.glob("etc_examples/**/*")]:
        if path.is_file() and "molecule" not in path.parts:
            names |= set(NAME.findall(path.read_text(errors="replace")))
    return names


def main() -> None:
    date, wheel, *older = sys.argv[1:]
    root = share(Path(wheel), "kayobe")
    found = variables(root)
    in_use = referenced(root)
    documented = {name for path in root.glob("doc/**/*.rst") for name in NAME.findall(path.read_text(errors="replace"))}
    removed: dict[str, list[str]] = {}
    seen: set[str] = set()
    for before in older:
        names = {name for name in variables(share(Path(before), "kayobe")) if name not in found and name not in in_use} - seen
        seen |= names
        removed[RELEASES[int(version_of(Path(before)).split(".")[0])]] = sorted(names)
    json.dump({
        "source": f"kayobe {version_of(Path(wheel))}",
        "collected": date,
        "variables": {name: shape(value) for name, value in sorted(found.items())},
        "referenced": sorted(name for name in in_use | documented if "_" in name and name not in found and name not in seen),
        "removed": removed,
    }, sys.stdout)


main()
