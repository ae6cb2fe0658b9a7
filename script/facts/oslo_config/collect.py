"""Prints what the installed packages of one OpenStack release register with oslo.config, as JSON.

usage: collect.py <service> > <service>-<release>.json

Run it by the Python of a virtual environment that holds the service's packages; make.sh makes one for each
release. oslo-config-generator's own JSON leaves out what a checker needs (the types of list items, patterns), so this
asks the packages as the generator does and looks at the options themselves.
"""
import datetime
import json
import re
import sys
import warnings
from importlib.metadata import distributions, requires

from oslo_config import cfg, generator, types

warnings.simplefilter('ignore')

# what every service may load beside its own
COMMON = [
    'castellan', 'cotyledon', 'keystonemiddleware', 'osprofiler', 'oslo.cache', 'oslo.concurrency', 'oslo.db',
    'oslo.limit', 'oslo.log', 'oslo.messaging', 'oslo.metrics', 'oslo.middleware', 'oslo.policy', 'oslo.privsep',
    'oslo.reports', 'oslo.service', 'oslo.versionedobjects',
]
PACKAGES = {
    'cinder': ['cinder', 'os-brick'],
    'glance': ['glance', 'glance-store', 'os-brick'],
    'heat': ['openstack-heat'],
    'ironic': ['ironic', 'ironic-lib'],
    'ironic_inspector': ['ironic-inspector'],
    'magnum': ['magnum', 'magnum-capi-helm'],
    'neutron': [
        'neutron', 'neutron-dynamic-routing', 'neutron-fwaas', 'neutron-vpnaas', 'networking-baremetal',
        'networking-bgpvpn', 'networking-generic-shift', 'networking-sfc', 'os-vif', 'tap-as-a-service',
    ],
    'nova': ['nova', 'os-brick', 'os-vif', 'os-win'],
    'octavia': ['octavia', 'ovn-octavia-provider'],
    'placement': ['openstack-placement'],
}


def canonical(name):
    return re.sub(r'[-_.]+', '-', name).lower()


def own_packages(service):
    first, *others = PACKAGES.get(service, [service])
    needed = {canonical(re.split('[^A-Za-z0-9._-]', line)[0]) for line in requires(first) or []}
    # a library that the service took in is only there for some other package
    return [first] + [name for name in others if not name.endswith('-lib') or name in needed]


def packages(service):
    wanted = {canonical(name) for name in COMMON + own_packages(service)}
    named = [(canonical(dist.metadata['Name'] or ''), dist) for dist in distributions()]
    return [(name, dist) for name, dist in named if name in wanted]


def namespaces(service):
    found, versions = {}, {}
    for name, dist in packages(service):
        versions[name] = dist.version
        for entry in dist.entry_points:
            if entry.group == 'oslo.config.opts' and 'tests' not in entry.name:
                found[entry.name] = name
    return found, versions


def number(value):
    return None if value is None or value != value else value


def type_of(kind):
    """The type as plain data; `other` when oslo.config does not define it."""
    name = type(kind).__name__
    if type(kind).__module__ != types.__name__:
        return {'kind': 'other'}
    made = {'kind': {
        'String': 'string', 'MultiString': 'string', 'Boolean': 'boolean', 'Integer': 'integer', 'Float': 'float',
        'Port': 'integer', 'List': 'list', 'Dict': 'dict', 'IPAddress': 'ip', 'Hostname': 'hostname',
        'HostAddress': 'host', 'HostDomain': 'domain', 'URI': 'uri', 'Range': 'range',
    }.get(name, 'other')}
    if getattr(kind, 'choices', None):
        made['choices'] = list(kind.choices)
    if getattr(kind, 'regex', None):
        made['regex'] = kind.regex.pattern
        if kind.regex.flags & re.IGNORECASE:
            made['ignoreCase'] = True
    if getattr(kind, 'ignore_case', False):
        made['ignoreCase'] = True
    if getattr(kind, 'quotes', False):
        made['quotes'] = True
    if getattr(kind, 'max_length', None):
        made['maxLength'] = kind.max_length
    if getattr(kind, 'bounds', False):
        made['bounds'] = True
    if getattr(kind, 'schemes', None):
        made['schemes'] = list(kind.schemes)
    for bound in ('min', 'max'):
        if number(getattr(kind, bound, None)) is not None:
            made[bound] = getattr(kind, bound)
    if isinstance(kind, types.IPAddress):
        checker = kind.version_checker.__name__
        made['version'] = {'_check_ipv4': 4, '_check_ipv6': 6}.get(checker)
    if isinstance(kind, types.HostAddress):
        checker = kind.ip_address.version_checker.__name__
        made['version'] = {'_check_ipv4': 4, '_check_ipv6': 6}.get(checker)
    if isinstance(kind, types.List):
        made['item'] = type_of(kind.item_type)
    if isinstance(kind, types.Dict):
        made['item'] = type_of(kind.value_type)
    return {key: value for key, value in made.items() if value is not None}


class Collector:
    def __init__(self):
        self.types, self.groups, self.renamed = [], {}, {}
        self.indexes, self.failed = {}, []

    def index(self, kind):
        made = type_of(kind)
        key = json.dumps(made, sort_keys=True)
        if key not in self.indexes:
            self.indexes[key] = len(self.types)
            self.types.append(made)
        return self.indexes[key]

    def entry(self, opt):
        entry = {'type': self.index(opt.type)}
        if opt.multi:
            entry['multi'] = True
        if opt.deprecated_for_removal:
            entry['deprecated'] = str(opt.deprecated_since or '')
        if opt.secret:
            entry['secret'] = True
        return entry if len(entry) > 1 else entry['type']

    def add(self, group, opt):
        known = self.groups.setdefault(group, {})
        entry = self.entry(opt)
        if opt.dest in known and self.kept(known[opt.dest]) != self.kept(entry):
            # two packages disagree: nothing is known of the type
            entry = {'type': self.index(None), 'multi': True}
        known[opt.dest] = entry
        for old in opt.deprecated_opts:
            name = (old.name or opt.dest)
            if '-' in name:
                continue
            place = (old.group or group, name)
            if place != (group, opt.dest):
                self.renamed.setdefault(place[0], {}).setdefault(place[1], [group, opt.dest])

    @staticmethod
    def kept(entry):
        return (entry, False) if isinstance(entry, int) else (entry['type'], entry.get('multi', False))

    def collect(self, service):
        found, versions = namespaces(service)
        first = own_packages(service)[0]
        lists = False
        for namespace in sorted(found):
            try:
                listed = generator._list_opts([namespace])
            except Exception as error:  # a plug-in that needs what is not installed
                self.failed.append(f'{namespace}: {error}')
                continue
            lists = lists or found[namespace] == first
            for _, groups in listed:
                for group, opts in groups:
                    name = getattr(group, 'name', group) or 'DEFAULT'
                    self.groups.setdefault(str(name), {})
                    for opt in opts:
                        if type(opt).__name__ != 'SubCommandOpt':
                            self.add(str(name), opt)
        if not lists:
            sys.exit(f'{service}: {first} lists no options: {"; ".join(self.failed)}')
        return versions


def auth_options(collector):
    """What keystoneauth may read from any group that has its options, for each of its plug-ins."""
    from keystoneauth1 import loading
    found = {}
    opts = list(loading.get_auth_common_conf_options()) + list(loading.get_session_conf_options())
    opts += list(loading.get_adapter_conf_options(include_deprecated=False))
    for name in loading.get_available_plugin_names():
        try:
            opts += loading.get_auth_plugin_conf_options(name)
        except Exception as error:
            collector.failed.append(f'keystoneauth {name}: {error}')
    for opt in opts:
        index = collector.index(opt.type)
        # plug-ins differ in what they mean by one name
        found[opt.dest] = index if found.get(opt.dest, index) == index else collector.index(None)
        for old in opt.deprecated_opts:
            if old.name:
                found.setdefault(old.name.replace('-', '_'), collector.index(None))
    return found


OPTION = re.compile(r'''\b\w*Opt\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]''')
GROUP = re.compile(
    r'''OptGroup\(\s*(?:name\s*=\s*)?['"]([\w-]+)['"]|\bgroup\s*=\s*['"]([\w-]+)['"]|'''
    r'''register_(?:cli_)?opts?\(\s*\w+\s*,\s*['"]([\w-]+)['"]'''
)


def unlisted(service, groups):
    """Options and groups that the packages' sources define, but that none of them lists for the generator."""
    listed = {name for opts in groups.values() for name in opts}
    names, sections = set(), set()
    for _, dist in packages(service):
        for file in dist.files or []:
            if file.suffix != '.py' or {'tests', 'test'} & set(file.parts):
                continue
            try:
                text = file.locate().read_text(errors='replace')
            except OSError:
                continue
            if 'Opt' in text or 'register_' in text:
                names.update(name.replace('-', '_') for name in OPTION.findall(text))
                sections.update(name for match in GROUP.findall(text) for name in match if name)
    return {
        'options': sorted(names - listed),
        'groups': sorted(name for name in sections if name not in groups and name.lower() not in groups),
    }


def main(service):
    collector = Collector()
    versions = collector.collect(service)
    auth = auth_options(collector)
    for failure in collector.failed:
        print(f'{service}: {failure}', file=sys.stderr)
    own = own_packages(service)
    json.dump({
        'source': ', '.join(f'{name} {versions[name]}' for name in own if name in versions),
        'collected': datetime.date.today().isoformat(),
        'types': collector.types,
        'groups': {name: dict(sorted(opts.items())) for name, opts in sorted(collector.groups.items())},
        'renamed': {name: dict(sorted(opts.items())) for name, opts in sorted(collector.renamed.items())},
        'auth': dict(sorted(auth.items())),
        'unlisted': unlisted(service, collector.groups),
    }, sys.stdout)


if __name__ == '__main__':
    main(sys.argv[1])
