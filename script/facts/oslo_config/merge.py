"""Adds to what collect.py printed for one release what other releases know: options that are gone, or come later.

usage: merge.py <folder> <service> <older release>… <release> -- <newer release>… > facts

<folder> holds <service>-<release>.json for each of the releases, which are given from old to new; those of the last one
before `--` are printed.
"""
import json
import pathlib
import sys


def read(folder, service, release):
    facts = json.loads((pathlib.Path(folder) / f'{service}-{release}.json').read_text())
    renamed = {}
    for group, opts in facts['renamed'].items():
        # oslo.config compares groups in lower case
        renamed.setdefault(group if group == 'DEFAULT' else group.lower(), {}).update(opts)
    return facts | {'renamed': renamed}


def places(facts):
    """Every place where an option may stand, also by an old name."""
    found = {(group, name) for group, opts in facts['groups'].items() for name in opts}
    return found | {(group, name) for group, opts in facts['renamed'].items() for name in opts}


def put(record, group, name, value):
    record.setdefault(group, {})[name] = value


def gone(now, older):
    """Options of older releases that this one does not know: the last release, and the name that it gave way to."""
    known, found = places(now), {}
    for release, facts in older:
        for group, name in places(facts) - known:
            new = facts['renamed'].get(group, {}).get(name)
            before = found.get(group, {}).get(name, [None])
            target = new or before[1:] or []
            put(found, group, name, [release, *target])
    for group, opts in found.items():
        for name, (release, *target) in opts.items():
            alive = tuple(target) in known and target[1] in now['groups'].get(target[0], {})
            opts[name] = [release, *target] if alive else [release]
    return found


def later(now, newer):
    known, found = places(now), {}
    for release, facts in reversed(newer):
        for group, opts in facts['groups'].items():
            for name in opts:
                if (group, name) not in known:
                    put(found, group, name, release)
    return found


def ordered(record):
    return {group: dict(sorted(record[group].items())) for group in sorted(record)}


def main(folder, service, *releases):
    at = releases.index('--') if '--' in releases else len(releases)
    *older, this = [(release, read(folder, service, release)) for release in releases[:at]]
    newer = [(release, read(folder, service, release)) for release in releases[at + 1:]]
    facts = this[1]
    facts['gone'] = ordered(gone(facts, older))
    facts['later'] = ordered(later(facts, newer))
    json.dump(facts, sys.stdout)


main(*sys.argv[1:])
