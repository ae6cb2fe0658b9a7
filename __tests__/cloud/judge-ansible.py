"""What Ansible makes of inventories and playbooks, by its own code: see judge-ansible.test.ts.

Reads JSON from stdin, {"inventories": [path…], "playbooks": [path…]}, and prints JSON with a verdict for each. No
host is asked for anything.
"""
import json
import os
import sys

# a file that cannot be read is a warning by default, and the rest goes on without its hosts
os.environ["ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED"] = "1"
os.environ["ANSIBLE_LOCALHOST_WARNING"] = "0"

from ansible import constants  # noqa: E402
from ansible.errors import AnsibleError  # noqa: E402
from ansible.inventory.manager import InventoryManager  # noqa: E402
from ansible.parsing.dataloader import DataLoader  # noqa: E402
from ansible.playbook import Playbook  # noqa: E402
from ansible.plugins import loader as plugins  # noqa: E402
from ansible.template import Templar  # noqa: E402
from ansible.utils.display import Display  # noqa: E402
from ansible.vars.manager import VariableManager  # noqa: E402

Display.warning = lambda self, msg, formatted=False: None
Display.deprecated = lambda self, *args, **kwargs: None
OWN_VARS = {"inventory_file", "inventory_dir"}


def plain(variables):
    return {name: value for name, value in variables.items() if name not in OWN_VARS}


def inventory(path):
    try:
        manager = InventoryManager(loader=DataLoader(), sources=[path])
    except AnsibleError as error:
        return {"refused": str(error)}
    groups = {
        name: {
            "hosts": [host.name for host in group.hosts],
            "children": [child.name for child in group.child_groups],
            "vars": plain(group.vars),
        }
        for name, group in manager.groups.items()
    }
    return {"groups": groups, "hosts": {name: plain(host.vars) for name, host in manager.hosts.items()}}


def playbook(path):
    loader = DataLoader()
    variables = VariableManager(loader=loader, inventory=InventoryManager(loader=loader, sources=["localhost,"]))
    try:
        for play in Playbook.load(path, variables, loader).get_plays():
            play.post_validate(Templar(loader=loader, variables=variables.get_vars(play=play)))
            play.compile()
    except AnsibleError as error:
        return {"refused": str(error)}
    return {}


if hasattr(plugins, "init_plugin_loader"):  # newer versions want to be asked
    plugins.init_plugin_loader()
asked = json.load(sys.stdin)
assert constants.INVENTORY_ANY_UNPARSED_IS_FAILED
json.dump(
    {
        "inventories": [inventory(path) for path in asked["inventories"]],
        "playbooks": [playbook(path) for path in asked["playbooks"]],
    },
    sys.stdout,
    default=str,
)
