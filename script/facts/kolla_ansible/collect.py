"""Print what one release of kolla-ansible knows, as JSON.

    collect.py <date> <collection> <unpacked wheel> [<unpacked wheel of an older release>...]

The older ones, newest first, tell which variables there once were. The collection, ansible-collection-kolla, reads the
variables that prepare the hosts; they moved there and still work.
"""
import json
import re
import sys
from pathlib import Path

import yaml

from overrides import override_paths

NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]{2,}")
LONGEST_DEFAULT = 160
# the package's version -> the release as operators call it
RELEASES = {9: "train", 10: "ussuri", 11: "victoria", 12: "wallaby", 13: "xena", 14: "yoga", 15: "zed",
            16: "2023.1", 17: "2023.2", 18: "2024.1", 19: "2024.2", 20: "2025.1", 21: "2025.2", 22: "2026.1",
            23: "2026.2"}


def share(wheel: Path, package: str) -> Path:
    return next(wheel.glob(f"*.data/data/share/{package}"))


def version_of(wheel: Path) -> str:
    return next(wheel.glob("*.dist-info")).name.split("-")[1].removesuffix(".dist")


def load(path: Path):
    try:
        content = yaml.load(path.read_text(), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        content = None
    return content if isinstance(content, dict) else {}


def shape(value):
    """A default that is short enough to reason about, or only its type."""
    if isinstance(value, list):
        return []
    if isinstance(value, dict):
        return {}
    text = value.strip() if isinstance(value, str) else value
    return "{{…}}" if isinstance(text, str) and len(text) > LONGEST_DEFAULT else text


def defaults_files(root: Path):
    everywhere = root / "ansible/group_vars"
    yield from sorted(everywhere.glob("all.yml")) + sorted(everywhere.glob("all/*.yml"))
    yield from sorted((root / "ansible/roles").glob("*/defaults/**/*.yml"))
    yield from sorted((root / "ansible/roles").glob("*/vars/**/*.yml"))


def variables(root: Path, without: str = "") -> dict:
    found: dict = {}
    # group_vars win over role defaults
    for path in defaults_files(root):
        if without in path.parts:
            continue
        for name, value in load(path).items():
            found.setdefault(name, value)
    return found


def referenced(root: Path) -> set[str]:
    """Every identifier of tasks, templates and filters: being named there is enough to be no misspelling."""
    names: set[str] = set()
    for path in [*root.glob("ansible/**/*"), *root.glob("etc_examples/**/*.yml"), *root.glob("tools/*")]:
        if path.is_file() and "releasenotes" not in path.parts:
            names |= set(NAME.findall(path.read_text(errors="replace")))
    return names


def of_collection(folder: Path) -> set[str]:
    return {name for path in folder.glob("**/roles/*/defaults/main.yml") for name in load(path)}


def documented(root: Path) -> set[str]:
    names: set[str] = set()
    for path in root.glob("doc/**/*.rst"):
        names |= set(NAME.findall(path.read_text(errors="replace")))
    return names


def flexible(root: Path) -> list[str]:
    """Variables that a role asks for their type: they may be a text as well as a list."""
    names: set[str] = set()
    for path in [*root.glob("ansible/**/*.yml"), *root.glob("ansible/**/*.j2")]:
        names |= set(re.findall(r"(\w+) is (?:not )?(?:string|mapping|sequence|iterable)\b", path.read_text(errors="replace")))
    return sorted(names)


def inventory_groups(path: Path) -> dict[str, list[str]]:
    """Group -> the groups that it consists of."""
    groups: dict[str, list[str]] = {}
    at = None
    for line in path.read_text().splitlines():
        header = re.match(r"\[([^\]:]+)(:children)?\]", line)
        if header:
            groups.setdefault(header[1], [])
            at = header[1] if header[2] else None
        elif at and line.strip() and not line.startswith("#"):
            groups[at].append(line.split()[0])
    return groups


def services(found: dict) -> dict[str, dict]:
    """Container -> its inventory group and when it is deployed."""
    result: dict[str, dict] = {}
    for name, value in found.items():
        if not name.endswith("_services") or not isinstance(value, dict):
            continue
        for service, spec in value.items():
            if not isinstance(spec, dict) or "group" not in spec:
                continue
            group = str(spec["group"])
            if group.startswith("{{"):
                group = str(found.get(group.strip("{} "), ""))
            if re.fullmatch(r"[\w-]+", group):
                result[service] = {"group": group, "role": name.removesuffix("_services"), "enabled": spec.get("enabled", True)}
    return result


def main() -> None:
    date, collection, wheel, *older = sys.argv[1:]
    root = share(Path(wheel), "kolla-ansible")
    found = variables(root)
    in_use = referenced(root) | of_collection(Path(collection))
    named = in_use | documented(root)
    removed: dict[str, str] = {}
    for before in older:
        release = RELEASES[int(version_of(Path(before)).split(".")[0])]
        for name in variables(share(Path(before), "kolla-ansible"), without="baremetal"):
            if name not in found and name not in in_use:
                removed.setdefault(name, release)
    by_release: dict[str, list[str]] = {}
    for name, release in sorted(removed.items()):
        by_release.setdefault(release, []).append(name)
    json.dump({
        "source": f"kolla-ansible {version_of(Path(wheel))}",
        "collected": date,
        "variables": {name: shape(value) for name, value in sorted(found.items())},
        "referenced": sorted(name for name in named if "_" in name and name not in found and name not in removed),
        "removed": by_release,
        "passwords": sorted(load(root / "etc_examples/kolla/passwords.yml")),
        "flexible": flexible(root),
        "groups": inventory_groups(root / "ansible/inventory/multinode"),
        "services": services(found),
        "overrides": override_paths(root / "ansible/roles", found),
    }, sys.stdout)


if __name__ == "__main__":
    main()
