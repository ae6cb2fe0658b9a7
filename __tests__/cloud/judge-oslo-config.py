"""Says what oslo.config and oslo-config-validator make of configuration files of one service.

stdin: {"service": "nova", "files": [path…]}; stdout: for each file, what is refused, unknown, deprecated or invalid.
"""
import importlib.util
import json
import logging
import pathlib
import sys
import types
import warnings

from oslo_config import cfg, generator, validator

warnings.simplefilter('ignore')
COLLECT = pathlib.Path(__file__).parents[2] / 'script/facts/oslo_config/collect.py'


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def listed(service):
    found = []
    for namespace in sorted(module(COLLECT).namespaces(service)[0]):
        try:
            found += generator._list_opts([namespace])
        except Exception:  # it needs what is not installed
            continue
    return found


class Keeper(logging.Handler):
    def __init__(self):
        super().__init__(logging.INFO)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


def names(path, options, keeper):
    """What oslo-config-validator says of a file."""
    validator.load_opt_data = lambda conf: options
    keeper.messages.clear()
    validator._validate(types.SimpleNamespace(
        register_opts=lambda opts: None, namespace=None, opt_data='-', input_file=path, check_defaults=False,
        exclude_group=[], fatal_warnings=False,
    ))
    unknown, deprecated = [], []
    for message in keeper.messages:
        if message.endswith(' is not part of the sample config'):
            unknown.append(message.split(' is not part')[0])
        elif message.startswith('Deprecated opt '):
            deprecated.append(message[len('Deprecated opt '):-len(' found')])
    return {'unknown': unknown, 'deprecated': deprecated}


def values(path, groups):
    """Which options cannot be asked for, when oslo.config has read the file."""
    conf = cfg.ConfigOpts()
    conf._check_required_opts = lambda namespace=None: None
    for _, listing in groups:
        for group, opts in listing:
            for opt in opts:
                name = str(getattr(group, 'name', group) or 'DEFAULT')
                try:
                    conf.register_opt(opt, group=None if name == 'DEFAULT' else name)
                except (cfg.DuplicateOptError, cfg.ArgsAlreadyParsedError):
                    continue
    sections = {}
    cfg.ConfigParser(path, sections).parse()
    conf(['--config-file', path], project='judge')
    found = {}
    for section, options in sections.items():
        for name in options:
            try:
                conf._get(name, None if section == 'DEFAULT' else cfg.OptGroup(section.lower()))
            except cfg.NoSuchOptError as error:
                if error.opt_name != name:
                    found[f'{section}/{name}'] = str(error)
            except cfg.NoSuchGroupError:
                continue
            except Exception as error:
                found[f'{section}/{name}'] = str(error)
    return {'invalid': found}


def judged(path, groups, options, keeper):
    try:
        return names(path, options, keeper) | values(path, groups)
    except (cfg.ConfigFileParseError, cfg.iniparser.ParseError) as error:
        return {'refused': str(error)}


def main():
    asked = json.load(sys.stdin)
    groups = listed(asked['service'])
    options = generator._generate_machine_readable_data(generator._get_groups(groups), cfg.ConfigOpts())
    keeper = Keeper()
    logging.root.handlers = [keeper]
    logging.root.setLevel(logging.INFO)
    json.dump([judged(path, groups, options, keeper) for path in asked['files']], sys.stdout)


main()
