#!/usr/bin/env python3
"""What the releases of openstack-ansible know: groups, containers, variables, secrets.

    openstack_ansible.py MIRRORS OUT
    for file in OUT/*.json; do node_modules/.bin/node script/facts/pack.mjs openstack_ansible "$(basename "$file" .json)" < "$file"; done

MIRRORS is a folder of bare Git repositories: `<owner>+<name>/repo` (or `<owner>+<name>/repo/.git`) of
openstack-ansible, of its plugins and of each role that it names. Roles that are not there are said on stderr.
Needs PyYAML.
"""

import datetime
import json
import os
import re
import subprocess
import sys

import yaml

RELEASES = ['zed', '2023.1', '2023.2', '2024.1', '2024.2', '2025.1', '2025.2', '2026.1', '2026.2']
# series before the first release that definitions are held to, by the major number of their tags
OLDER = {14: 'newton', 15: 'ocata', 16: 'pike', 17: 'queens', 18: 'rocky', 19: 'stein', 20: 'train',
         21: 'ussuri', 22: 'victoria', 23: 'wallaby', 24: 'xena', 25: 'yoga'}
WORD = re.compile(r'\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b')


class Loader(yaml.SafeLoader):
    """Reads unknown tags as nothing."""


Loader.add_multi_constructor('', lambda loader, suffix, node: None)


class Repository:
    def __init__(self, folder):
        inner = os.path.join(folder, 'repo', '.git')
        self.path = inner if os.path.isdir(inner) else os.path.join(folder, 'repo')

    def git(self, *args):
        return subprocess.run(['git', '--git-dir', self.path, *args], check=True, capture_output=True).stdout

    def has(self, revision):
        try:
            self.git('rev-parse', '--verify', '--quiet', revision + '^{commit}')
            return True
        except subprocess.CalledProcessError:
            return False

    def files(self, revision, *under):
        """Path and content of every text file below these folders."""
        names = self.git('ls-tree', '-r', '--name-only', revision, '--', *under).decode().splitlines()
        for name in names:
            if name.endswith(('.yml', '.yaml', '.j2', '.aio', '.example', '.py')):
                yield name, self.git('show', f'{revision}:{name}').decode('utf8', 'replace')


def branch_of(repository, release):
    if release == RELEASES[-1]:
        names = ['refs/heads/master', 'refs/heads/main']
    else:
        names = [f'refs/heads/{prefix}/{release}' for prefix in ('stable', 'unmaintained')]
    return next((name for name in names if repository.has(name)), None)


def mapping(text):
    loaded = yaml.load(text, Loader)
    return loaded if isinstance(loaded, dict) else {}


def skeletons(repository, revision, folder):
    """physical_skel, component_skel and container_skel, merged over all files."""
    merged = {'physical_skel': {}, 'component_skel': {}, 'container_skel': {}}
    for _, text in repository.files(revision, folder):
        for part, entries in mapping(text).items():
            if part in merged:
                merged[part].update({key.replace('-', '_'): value or {} for key, value in (entries or {}).items()})
    return merged


def underscored(names):
    return sorted(name.replace('-', '_') for name in names)


def bindable(skeleton):
    names = set()
    for part in skeleton.values():
        for name, entry in part.items():
            names.update([name, *entry.get('belongs_to', [])])
    return set(underscored(names))


def groups(skeleton):
    return {name for name in skeleton['physical_skel'] if name.endswith('_hosts')}


def containers(skeleton):
    found = {}
    for name, entry in skeleton['container_skel'].items():
        found[name] = {
            'groups': sorted({re.sub('_[^_]*$', '_hosts', parent.replace('-', '_')) for parent in entry.get('belongs_to', [])}),
            'contains': sorted(entry.get('contains', [])),
            'metal': bool((entry.get('properties') or {}).get('is_metal', False)),
        }
    return found


def history(osa):
    """The skeletons of every series, oldest first."""
    tags = osa.git('tag', '--list').decode().split()
    for major, series in OLDER.items():
        of_major = [tuple(map(int, tag.split('.'))) for tag in tags if re.fullmatch(rf'{major}\.\d+\.\d+', tag)]
        if not of_major:
            continue
        tag = '.'.join(map(str, max(of_major)))
        folder = 'inventory/env.d' if osa.git('ls-tree', tag, 'inventory/env.d') else 'playbooks/inventory/env.d'
        yield series, skeletons(osa, tag, folder)
    for release in RELEASES:
        branch = branch_of(osa, release)
        if branch:
            yield release, skeletons(osa, branch, 'inventory/env.d')


def elsewhere(series, release, names_of, now):
    """Names that other series have and this one does not: name -> first and last series."""
    found = {}
    for name, skeleton in series:
        for group in names_of(skeleton) - now:
            found[group] = [found[group][0] if group in found else name, name]
    return dict(sorted(found.items()))


def role_revision(mirrors, requirement, release):
    owner_name = re.sub(r'\.git$', '', requirement['src']).split('/')[-2:]
    folder = os.path.join(mirrors, '+'.join(owner_name))
    if not os.path.isdir(folder):
        return None, None
    repository = Repository(folder)
    version = str(requirement.get('version', 'master'))
    for candidate in (branch_of(repository, release), version, 'HEAD'):
        if candidate and repository.has(candidate):
            return repository, candidate
    return None, None


class Variables:
    def __init__(self):
        self.defaults = {}
        self.words = set()

    def define(self, text):
        try:
            self.defaults.update(mapping(text))
        except yaml.YAMLError:
            pass

    def mention(self, text):
        self.words.update(WORD.findall(text))


def collect_variables(mirrors, osa, branch, release):
    variables = Variables()
    for name, text in osa.files(branch, 'inventory', 'playbooks', 'etc/openstack_deploy', 'scripts', 'tests', 'osa_toolkit'):
        variables.mention(text)
        if re.search(r'^inventory/(group_vars|host_vars)/|^playbooks/defaults/', name):
            variables.define(text)
    missing = []
    requirements = yaml.load(osa.git('show', f'{branch}:ansible-role-requirements.yml'), Loader)
    plugins = {'name': 'openstack.osa', 'src': 'https://opendev.org/openstack/openstack-ansible-plugins'}
    for requirement in [*requirements, plugins]:
        repository, revision = role_revision(mirrors, requirement, release)
        if not repository:
            missing.append(requirement['name'])
            continue
        for name, text in repository.files(revision, '.'):
            if re.match(r'(tests|doc|releasenotes|zuul\.d|molecule)/', name):
                continue
            variables.mention(text)
            if re.search(r'(^|/)(defaults|vars)/[^/]+\.ya?ml$|(^|/)group_vars/', name) and 'ceph-ansible' not in repository.path:
                variables.define(text)
    return variables, missing


def facts_of(osa, release, series, variables, later):
    branch = branch_of(osa, release)
    commit, date = osa.git('log', '-1', '--format=%h %cs', branch).decode().split()
    skeleton = dict(series)[release]
    secrets = secrets_of(osa, branch)
    names = names_of(variables) - secrets
    physical = skeleton['physical_skel'].values()
    return {
        'source': f'openstack-ansible {branch.removeprefix("refs/heads/")} {commit} ({date})',
        'collected': datetime.date.today().isoformat(),
        'groups': sorted(groups(skeleton)),
        'dashed': dashed_groups(osa, branch),
        'parents': underscored({parent for entry in physical for parent in entry.get('belongs_to', [])}),
        'components': sorted(skeleton['component_skel']),
        'containers': containers(skeleton),
        'binds': sorted(bindable(skeleton)),
        'elsewhere': {
            'groups': elsewhere(series, release, groups, groups(skeleton)),
            'binds': elsewhere(series, release, bindable, bindable(skeleton)),
            'variables': later,
        },
        'variables': sorted(names),
        'maps': sorted(name for name in names if is_overrides(name, variables)),
        'mentioned': sorted(variables.words - names - secrets),
        'secrets': sorted(secrets),
        'required_secrets': sorted(secrets - names_of(variables)),
    }


def dashed_groups(osa, branch):
    names = set()
    for _, text in osa.files(branch, 'inventory/env.d'):
        names.update((mapping(text).get('physical_skel') or {}))
    return sorted(name for name in names if name.endswith('_hosts') and '-' in name)


def secrets_of(osa, branch):
    return set(mapping(osa.git('show', f'{branch}:etc/openstack_deploy/user_secrets.yml')))


def names_of(variables):
    return {name for name in variables.defaults if isinstance(name, str) and '_' in name and not name.startswith('_')}


def is_overrides(name, variables):
    return name.endswith('_overrides') and isinstance(variables.defaults[name], dict)


def variables_elsewhere(osa, collected, release):
    """Variables that other releases have and nothing in this one reads: name -> first and last release."""
    here = collected[release].words | names_of(collected[release])
    found = {}
    for other, variables in collected.items():
        for name in names_of(variables) - here:
            found[name] = [found[name][0] if name in found else other, other]
    return dict(sorted(found.items()))


def main(mirrors, out):
    osa = Repository(os.path.join(mirrors, 'openstack+openstack-ansible'))
    series = list(history(osa))
    collected = {}
    for release in RELEASES:
        collected[release], missing = collect_variables(mirrors, osa, branch_of(osa, release), release)
        print(f'{release}: roles that are not there: {", ".join(missing) or "none"}', file=sys.stderr)
    os.makedirs(out, exist_ok=True)
    for release in RELEASES:
        later = variables_elsewhere(osa, collected, release)
        facts = facts_of(osa, release, series, collected[release], later)
        with open(os.path.join(out, f'{release}.json'), 'w', encoding='utf8') as file:
            json.dump(facts, file)
        counts = ', '.join(f'{len(facts[part])} {part}' for part in ('groups', 'binds', 'variables', 'mentioned', 'secrets'))
        print(f'{release}: {facts["source"]}; {counts}; {len(later)} variables of other releases', file=sys.stderr)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
