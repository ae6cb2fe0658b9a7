"""Prints, as JSON, what the installed Heat knows of its resource types: see script/facts/heat."""
import datetime
import json
import logging
import re
import sys
from pathlib import Path
from unittest import mock

import yaml

logging.disable(logging.CRITICAL)

from heat.engine import constraints, resources, translation  # noqa: E402
from heat.engine.resource import Resource  # noqa: E402
from heat.engine.resources.openstack.heat import none_resource  # noqa: E402


class Schemas:
    """Property schemas, each written once: most of them are shared by many types."""

    def __init__(self):
        self.rows = []
        self.known = {}

    def index(self, schema, name=None, siblings=()):
        row = {"type": schema.type.lower()}
        if schema.required:
            row["required"] = True
        if schema.update_allowed:
            row["update"] = True
        if schema.default is not None:
            row["default"] = schema.default
        if not schema.implemented:
            row["unimplemented"] = True
        for constraint in schema.constraints:
            row.update(constraint_of(constraint))
        row.update(status_of(schema.support_status, name, siblings))
        if isinstance(schema.schema, constraints.AnyIndexDict):
            row["items"] = self.index(schema.schema.value)
        elif schema.schema is not None:
            row["properties"] = self.indexes(schema.schema)
        text = json.dumps(row, sort_keys=True)
        if text not in self.known:
            self.known[text] = len(self.rows)
            self.rows.append(row)
        return self.known[text]

    def indexes(self, properties):
        return {name: self.index(schema, name, properties) for name, schema in sorted(properties.items())}


def constraint_of(constraint):
    if isinstance(constraint, constraints.Length):
        return {"length": [constraint.min, constraint.max]}
    if isinstance(constraint, constraints.Range):
        return {"range": [constraint.min, constraint.max]}
    if isinstance(constraint, constraints.Modulo):
        return {"modulo": [constraint.step, constraint.offset]}
    if isinstance(constraint, constraints.AllowedValues):
        return {"values": list(constraint.allowed)}
    if isinstance(constraint, constraints.AllowedPattern):
        return {"pattern": constraint.pattern}
    if isinstance(constraint, constraints.CustomConstraint):
        return {"custom": constraint.name}
    raise TypeError(constraint)


def status_of(status, name, names):
    """The state, the version of Heat that brought it, and the names that its message offers instead."""
    if status.status not in ("DEPRECATED", "HIDDEN", "UNSUPPORTED"):
        return {}
    found = {"status": status.status.lower()}
    previous = status.previous_status
    while previous is not None:
        if previous.status == "DEPRECATED":
            found["deprecated_in"] = previous.version
        previous = previous.previous_status
    if status.version is not None:
        found["since"] = status.version
    advice = re.search(r"\buse\b(.*?)(\.\s|\.?$)", status.message or "", re.IGNORECASE)
    words = re.findall(r"[\w:]+", advice[1]) if advice else []
    instead = [word for word in dict.fromkeys(words) if word in names and word != name]
    if instead:
        found["instead"] = instead
    return found


def replacements(cls):
    """Which properties fill in others: `network_id` is still taken for `network`."""
    instance = object.__new__(cls)
    instance.client_plugin = lambda *_args, **_kwargs: mock.MagicMock()
    instance.client = instance.client_plugin
    instance.stack = instance.context = mock.MagicMock()
    instance.properties = props = mock.MagicMock()
    found = {}
    for rule in cls.translation_rules(instance, props) or []:
        if rule.rule == translation.TranslationRule.REPLACE and (rule.value_path or rule.value_name):
            source = rule.value_name or rule.value_path[0]
            found.setdefault(rule.translation_path[-1], []).append(source)
        if rule.rule == translation.TranslationRule.ADD:
            found.setdefault(rule.translation_path[0], [])
    return {name: sorted(set(sources)) for name, sources in sorted(found.items())}


def type_of(name, cls, schemas, names):
    found = status_of(cls.support_status, name, names)
    if issubclass(cls, none_resource.NoneResource):
        return {"open": True, **found}
    found["properties"] = schemas.indexes(cls.properties_schema)
    attributes = {**cls.attributes_schema, **cls.base_attributes_schema}
    found["attributes"] = {name: (schema.type or "any").lower() for name, schema in sorted(attributes.items())}
    old = {
        attribute: status_of(schema.support_status, attribute, attributes)
        for attribute, schema in sorted(attributes.items())
        if status_of(schema.support_status, attribute, attributes)
    }
    if old:
        found["old_attributes"] = old
    if cls.get_attribute != Resource.get_attribute or cls.FnGetAtt != Resource.FnGetAtt:
        found["more_attributes"] = True
    if cls.update_policy_schema:
        found["policy"] = schemas.indexes(cls.update_policy_schema)
    if callable(getattr(cls, "handle_snapshot_delete", None)):
        found["snapshot"] = True
    filled = replacements(cls)
    if filled:
        found["filled"] = filled
    return found


def aliases():
    """Names that the environment which Heat comes with maps to others, or to templates."""
    for folder in sys.path:
        for path in (Path(folder), Path(sys.prefix)):
            file = path / "etc/heat/environment.d/default.yaml"
            if file.is_file():
                return yaml.safe_load(file.read_text())["resource_registry"]
    raise FileNotFoundError("etc/heat/environment.d/default.yaml")


def main():
    resources.initialise()
    registry = resources.global_env().registry
    names = set(registry.get_types())
    schemas = Schemas()
    known = registry._registry
    types = {}
    for name in sorted(known):
        if name == "resources" or name.endswith("*"):
            continue
        cls = known[name].value
        if isinstance(cls, type):
            types[name] = type_of(name, cls, schemas, names | set(known))
    mapped = {
        name: target if isinstance(target, str) and "/" not in target else None
        for name, target in sorted(aliases().items())
    }
    print(json.dumps({
        "source": f"openstack-heat {sys.argv[1]}",
        "collected": datetime.date.today().isoformat(),
        "types": types,
        "schemas": schemas.rows,
        "aliases": mapped,
    }, separators=(",", ":")))


main()
