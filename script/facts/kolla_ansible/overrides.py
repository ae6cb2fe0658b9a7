"""Where kolla-ansible's roles look for an operator's own files below `node_custom_config`.

The result maps a pattern to what happens with the file: it is merged into the role's own ("merge"), it takes its place
("replace"), or it is an additional one ("add"). In a pattern `*` stands for anything but a slash, `**` for anything.
"""
import re
from pathlib import Path

import yaml

BASE = "{{ node_custom_config }}"
ADDED_MODULES = {"find", "stat", "copy"}


def load(path: Path):
    try:
        return yaml.load(path.read_text(), Loader=yaml.BaseLoader) or []
    except yaml.YAMLError:
        return []


def tasks_in(node):
    """All tasks, also those in blocks."""
    for task in node if isinstance(node, list) else []:
        if not isinstance(task, dict):
            continue
        yield task
        for part in ("block", "rescue", "always"):
            yield from tasks_in(task.get(part))


def strings_in(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from strings_in(item)
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings_in(value)


def module_of(task: dict) -> str:
    names = [key.split(".")[-1] for key in task]
    return next((name for name in ("merge_configs", "merge_yaml", "template", "find", "stat", "copy", "command",
                                   "find_disks") if name in names), "")


def loop_values(task: dict, role: str, services: dict[str, list[str]], expression: str) -> list[str]:
    """What `item`, `item.key` or `service_name` may be, or a wildcard."""
    for key in ("with_items", "loop", "with_dict"):
        looped = task.get(key)
        if isinstance(looped, list) and all(isinstance(item, str) and "{{" not in item for item in looped):
            return looped
        if isinstance(looped, str):
            name = re.search(r"(\w+)_services\b", looped)
            if name and name[1] in services:
                return services[name[1]]
    return ["*"] if expression == "item" else services.get(role.replace("-", "_"), ["*"])


# what an expression stands for whose value depends on the operator's own storage or certificates
KNOWN_PARTS = {"keyring": "*.keyring", "filename": "*.pem"}


def expanded(path: str, task: dict, role: str, found: dict, services: dict[str, list[str]]) -> list[str]:
    variables = {**{key: value for key, value in found.items() if isinstance(value, str)},
                 **{key: value for key, value in (task.get("vars") or {}).items() if isinstance(value, str)}}
    paths = [path]
    for expression in dict.fromkeys(re.findall(r"\{\{\s*(.*?)\s*\}\}", path)):
        values = [KNOWN_PARTS.get(expression, "*")]
        if expression in ("item", "item.key") or expression == "service_name" and "{{" in variables.get(expression, "{{"):
            values = loop_values(task, role, services, expression)
        elif "{{" not in variables.get(expression, "{{"):
            values = [variables[expression]]
        pattern = re.compile(r"\{\{\s*" + re.escape(expression) + r"\s*\}\}")
        paths = [pattern.sub(lambda _: value, each) for each in paths for value in values]
    return [re.sub(r"\*+", "*", each) for each in paths]


def behavior(path: str, task: dict) -> str:
    module = module_of(task)
    if module in ("merge_configs", "merge_yaml"):
        # of files looked up in turn, the first one takes the place of the role's own and only others are merged
        looked_up = "with_first_found" in task and path in list(strings_in(task["with_first_found"]))
        return "replace" if looked_up else "merge"
    if module == "template" and ("with_first_found" in task or "first_found" in str(task.get("loop", ""))):
        return "replace"
    return "add"


def patterns_of(path: str, task: dict) -> list[str]:
    folder = path.rstrip("/")
    if module_of(task) == "find":
        # older roles write the module's arguments flat
        arguments = next((value for value in task.values() if isinstance(value, dict) and
                          {"path", "paths"} & value.keys()), {})
        names = arguments.get("pattern") or arguments.get("patterns") or "*"
        deep = "**/" if arguments.get("recurse") in ("yes", "true", "True") else ""
        split = names if isinstance(names, list) else str(names).split(",")
        return [f"{folder}/{deep}{name.strip()}" for name in split]
    if folder == "horizon" and path.endswith("/"):
        # the dashboard has a policy of every service
        return [f"{folder}/*_policy.{extension}" for extension in ("yaml", "json")]
    if path.endswith("/"):
        return [f"{folder}/policy.yaml", f"{folder}/policy.json"] if "policy" in str(task) else []
    if "." not in folder.rsplit("/", 1)[-1] and module_of(task) in ("copy", "template"):
        return [folder, f"{folder}/**"]
    return [folder]


def override_paths(roles: Path, found: dict) -> dict[str, str]:
    services = {name.removesuffix("_services"): list(value) for name, value in found.items()
                if name.endswith("_services") and isinstance(value, dict)}
    result: dict[str, tuple[bool, str]] = {}
    for file in sorted(roles.glob("*/tasks/*.yml")) + sorted(roles.glob("*/handlers/*.yml")):
        role = file.parts[-3]
        for task in tasks_in(load(file)):
            own = {key: value for key, value in task.items() if key not in ("block", "rescue", "always")}
            for text in strings_in(own):
                for raw in re.findall(re.escape(BASE) + r"/((?:\{\{.*?\}\}|[^'\"|])*)", text):
                    raw = raw.strip().split(" bs=")[0]
                    is_literal = re.search(r"\{\{ (item|service_name)", raw) is None
                    for path in expanded(raw, own, role, found, services):
                        for pattern in patterns_of(path, own):
                            # a path that is written out says more than one that a loop makes
                            kept = (is_literal, behavior(text, own))
                            if pattern not in result or kept > result[pattern]:
                                result[pattern] = kept
    # files that defaults point to, for instance Horizon's and Ironic's
    for name, value in found.items():
        for text in strings_in(value):
            for raw in re.findall(re.escape(BASE) + r"/([^'\"|\s]*)", text):
                result.setdefault(re.sub(r"\{\{[^}]*\}\}", "*", raw), (True, "replace"))
    return {pattern: kind for pattern, (_, kind) in sorted(result.items())}
