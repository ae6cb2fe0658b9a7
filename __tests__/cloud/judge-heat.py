"""Heat's own verdict on templates, by its engine's code, without a cloud: see judge-heat.test.ts.

Reads the paths of templates from stdin, one a line, and prints for each a line of JSON: `loaded` is what
`openstack orchestration template validate` would say, `created` what the engine checks before it makes a stack
(there, values are looked at too). What only a cloud knows counts as good: whether a service is there, whether an
image exists.
"""
import json
import logging
import re
import sys
import warnings
from unittest import mock

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from heatclient.common import template_utils  # noqa: E402

from heat.common import template_format  # noqa: E402
from heat.engine import constraints, environment, resource, resources, stack, template  # noqa: E402
from heat.engine.clients import client_plugin  # noqa: E402

#: these ask no service
OFFLINE = {"ip_addr", "mac_addr", "net_cidr", "ip_or_cidr", "dns_name", "dns_domain", "rel_dns_name", "cron_expression", "timezone", "iso_8601"}


def without_cloud():
    asks = constraints.CustomConstraint._is_valid

    def is_valid(self, value, schema, context):
        return asks(self, value, schema, context) if self.name in OFFLINE else True

    mock.patch.object(constraints.CustomConstraint, "_is_valid", is_valid).start()
    mock.patch.object(resource.Resource, "_validate_service_availability", lambda *_args: None).start()
    mock.patch.object(client_plugin.ClientPlugin, "client", mock.MagicMock()).start()


def verdict(files, contents, env, created):
    parsed = template_format.parse(contents)
    texts = {name: text.decode() if isinstance(text, bytes) else text for name, text in files.items()}
    heat_template = template.Template(parsed, files=texts, env=environment.Environment(env))
    for name, schema in heat_template.param_schemata(heat_template.env.param_defaults).items():
        if schema.required and name not in heat_template.env.params:
            heat_template.env.params[name] = value_for(name, schema)
    context = mock.MagicMock(tenant_id="tenant", project_id="tenant", username="judge", roles=["admin"])
    judged_stack = stack.Stack(context, "judged", heat_template, strict_validate=created)
    judged_stack.validate(validate_res_tmpl_only=True)


def value_for(name, schema):
    """Some value that a parameter may have: the first that its constraints take."""
    for constraint in schema.constraints:
        if isinstance(constraint, constraints.AllowedValues):
            return constraint.allowed[0]
    if schema.type == schema.STRING:
        address = ["10.0.0.5"] if re.search(r"(start|end|ip|gateway)$", name) else []
        candidates = [*address, "10.0.0.0/24", "Abc123", "Aa1!Aa1!", "admin@example.org", "a" * 64]
    else:
        numbers = [1, *(limit for c in schema.constraints for limit in (getattr(c, "min", 1), getattr(c, "max", 1)) if limit)]
        candidates = {schema.NUMBER: numbers, schema.BOOLEAN: [True], schema.MAP: [{}]}.get(schema.type, [["8", "9"]])
    return next((value for value in candidates if fits(schema, value)), candidates[0])


def fits(schema, value):
    try:
        schema.validate_constraints(value, None, [constraints.CustomConstraint])
        return True
    except Exception:
        return False


def judged(path):
    try:
        files, contents = template_utils.get_template_contents(path)
        if not isinstance(contents, str):
            contents = json.dumps(contents)
    except Exception as error:
        return {"loaded": f"{type(error).__name__}: {error}"}
    result = {}
    for name, created in (("loaded", False), ("created", True)):
        try:
            verdict(files, contents, {}, created)
            result[name] = None
        except Exception as error:
            result[name] = f"{type(error).__name__}: {error}"
    return result


def main():
    without_cloud()
    resources.initialise()
    for line in sys.stdin:
        path = line.rstrip("\n")
        print(json.dumps({"path": path, **judged(path)}), flush=True)


main()
