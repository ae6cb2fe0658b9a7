"""Ask kolla-ansible's own prechecks what they say of many small deployments, and print the verdicts as JSON.

    prechecks.py <unpacked wheel> <how many>

The conditions are taken out of the roles and evaluated by Jinja with the roles' defaults below the deployment's own
variables. Only those count that need neither a host nor a network.
"""
import json
import random
import re
import sys
from ipaddress import ip_address
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined, TemplateError, meta

from collect import RELEASES, share, variables, version_of
from overrides import tasks_in

# role -> the shift with which its prechecks are run at all
ROLES = {"prechecks": None, "keystone": "enable_keystone", "neutron": "enable_neutron", "cinder": "enable_cinder",
         "octavia": "enable_octavia", "ceilometer": "enable_ceilometer", "masakari": "enable_masakari"}
# a part of the task's name -> the rule that finds the same
RULES = {
    "vip address are different": "one-sided-tls", "at least one backend": "cinder-without-backend",
    "Cinder has at least one backend": "cinder-without-backend",
    "network agents": "too-few-agent-hosts", "tenant network types": "network-type-without-driver",
    "Ironic enabled": "missing-service", "dns domain": "invalid-neutron-dns-domain", "same length": "interface-bridge-mismatch",
    "octavia network type": "unsupported-octavia-network", "tenant": "unsupported-octavia-network", "Jobboard": "missing-service",
    "publisher": "missing-service", "fernet_token_expiry": "invalid-fernet-token-expiry", "fernet": "invalid-fernet-token-expiry",
    "HA configurations": "missing-cinder-cluster-name", "enable_redis is disabled": "removed-variable",
    "coordination": "missing-coordination-backend", "valkey": "missing-coordination-backend", "multinode": "missing-coordination-backend",
}
CHOICES = {
    "enable_cinder": [True, True, False], "enable_cinder_backend_lvm": [True, False], "cinder_backend_ceph": ["yes", "no"],
    "skip_cinder_backend_check": [True, False, False], "cinder_cluster_name": ["", "volumes", "volumes"],
    "cinder_cluster_skip_precheck": [True, False], "enable_octavia": [True, False],
    "enable_octavia_jobboard": ["yes", "no"], "enable_valkey": [True, False], "enable_etcd": ["no", "yes"],
    "octavia_network_type": ["tenant", "provider"], "octavia_auto_configure": ["no", "yes"],
    "octavia_provider_drivers": ["ovn:OVN provider", "amphora:Amphora provider"],
    "neutron_plugin_agent": ["ovn", "openvswitch"], "enable_ceilometer": [True, False], "enable_gnocchi": [True, False],
    "enable_ceilometer_prometheus_pushgateway": ["yes", "no"], "enable_ironic_neutron_agent": ["yes", "no"],
    "enable_ironic": ["yes", "no"], "kolla_enable_tls_external": ["yes", "no"], "kolla_enable_tls_internal": ["yes", "no"],
    "kolla_external_vip_address": ["10.10.10.254", "10.10.11.254"], "enable_designate": [True, False],
    "neutron_dns_domain": ["cloud.example.com", "cloud.example.com."], "neutron_dns_integration": ["yes", "no"],
    "fernet_token_expiry": [0, 86400, 604800, 604801, "86400", 1.5], "neutron_type_drivers": ["flat,vlan", "flat,vxlan,geneve"],
    "neutron_tenant_network_types": ["vxlan", "vlan", "vxlan, flat"], "neutron_external_interface": ["eth1", "eth1,eth2"],
    "neutron_bridge_name": ["br-ex", "br-a,br-b"], "enable_neutron_agent_ha": [True, False], "enable_masakari": [True, False],
}


class Deployment:
    def __init__(self, found: dict, own: dict, groups: dict):
        self.vars = {**found, **own, "groups": groups}
        self.worth: dict = {}
        self.env = Environment(undefined=StrictUndefined)
        self.env.filters["bool"] = lambda value: value if value is None or isinstance(value, bool) else (
            value.lower() if isinstance(value, str) else value) in ("yes", "on", "1", "true", 1)
        self.env.filters["ansible.utils.ipaddr"] = lambda value, _query: is_address(value) and value

    def value(self, name: str, depth: int):
        if depth > 30:
            raise TemplateError("too deep")
        if name not in self.worth:
            raw = self.vars[name]
            self.worth[name] = self.render(raw, depth + 1) if isinstance(raw, str) and re.search(r"\{[{%]", raw) else raw
        return self.worth[name]

    def render(self, text: str, depth: int = 0, extra: dict | None = None):
        context = dict(extra or {})
        for name in meta.find_undeclared_variables(self.env.parse(text)):
            if name in self.vars and name not in context:
                try:
                    context[name] = self.value(name, depth)
                except (TemplateError, TypeError):
                    pass
        context.setdefault("vars", self.vars)
        result = self.env.from_string(text).render(context)
        return {"True": True, "False": False}.get(result.strip(), result)

    def holds(self, condition, extra: dict) -> bool:
        if isinstance(condition, bool):
            return condition
        value = self.render("{{ " + re.sub(r"^\{\{|\}\}$", "", str(condition).strip()) + " }}", 0, extra)
        return bool(value) and value != "[]"


def is_address(value) -> bool:
    try:
        return bool(ip_address(value))
    except ValueError:
        return False


def as_list(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def of_module(task: dict, module: str) -> dict:
    return task.get(f"ansible.builtin.{module}") or task.get(module) or {}


def rule_of(task: dict) -> str | None:
    text = f"{task.get('name', '')} {of_module(task, 'fail').get('msg', '')} {of_module(task, 'assert')}"
    return next((rule for part, rule in RULES.items() if part.lower() in text.lower()), None)


def failed(deployment: Deployment, root: Path) -> set[str]:
    found: set[str] = set()
    for role, shift in ROLES.items():
        file = root / f"ansible/roles/{role}/tasks/{'service_checks' if role == 'prechecks' else 'precheck'}.yml"
        if not file.exists() or shift and not deployment.holds(f"{shift} | bool", {}):
            continue
        for task in tasks_in(yaml.safe_load(file.read_text())):
            check, fail = of_module(task, "assert"), of_module(task, "fail")
            rule = rule_of(task)
            if rule is None or not (check or fail):
                continue
            extra = {name: deployment.render(value) if isinstance(value, str) else value
                     for name, value in (task.get("vars") or {}).items()}
            # lists that a template makes are lists for Ansible
            extra = {name: yaml.safe_load(value) if isinstance(value, str) and value.startswith("[") else value
                     for name, value in extra.items()}
            items = extra.get("tenant_network_types", [None]) if "with_items" in task else [None]
            for item in items:
                context = {**extra, "item": item}
                if not all(deployment.holds(condition, context) for condition in as_list(task.get("when"))):
                    continue
                if fail or not all(deployment.holds(condition, context) for condition in as_list(check.get("that"))):
                    found.add(rule)
    return found


def main() -> None:
    wheel, count = Path(sys.argv[1]), int(sys.argv[2])
    root = share(wheel, "kolla-ansible")
    found = variables(root)
    release = RELEASES[int(version_of(wheel).split(".")[0])]
    choices = {name: values for name, values in CHOICES.items() if name in found or name == "enable_redis"}
    dice = random.Random(release)
    cases = []
    for _ in range(count):
        names = dice.sample(sorted(choices), dice.randint(2, 9))
        # what takes several variables at once would hardly ever come up by chance
        together = dice.choice([[], [], ["enable_octavia", "octavia_network_type", "neutron_plugin_agent"],
                                ["enable_cinder", "cinder_backend_ceph", "enable_masakari"]])
        own = {name: dice.choice(choices[name]) for name in dict.fromkeys([*names, *together])}
        hosts = dice.choice([1, 2, 3])
        own_and_fixed = {"kolla_internal_vip_address": "10.10.10.254", "openstack_release": release, **own}
        group = [f"h{index}" for index in range(hosts)]
        groups = {name: group for name in ("cinder-volume", "cinder-volume-multiple", "neutron-dhcp-agent",
                                           "neutron-l3-agent", "masakari", "loadbalancer", "baremetal")}
        cases.append({"own": own, "hosts": hosts, "failed": sorted(failed(Deployment(found, own_and_fixed, groups), root))})
    json.dump({"release": release, "source": f"kolla-ansible {version_of(wheel)}", "cases": cases}, sys.stdout)


main()
