import type { Rule } from '../../../engine/rule.js'
import type { ConfigFile, ConfigOption, ConfigSection, Environment } from '../../../readers/oslo_config/config.js'
import { fileRule, named, optionRule, partOf } from '../../../readers/oslo_config/rule.js'

const BACKENDS: ReadonlyMap<string, string> = new Map([
  ['cinder', 'enabled_backends'],
  ['manila', 'enabled_share_backends'],
])

export const backendWithoutSection: Rule<Environment> = {
  id: 'oslo_config/backend-without-section',
  severity: 'warning',
  summary: 'An enabled back end that has no section',
  help: 'Cinder reads the settings of each of its enabled_backends from the section of that name, and Manila those of its enabled_share_backends. Without the section the back end runs with defaults that fit nothing, or does not start. Only files that are whole are held to this: those that also say where the database is, since deployment tools write sections of their own beside what operators override. Write the section, or take the name out.',
  example: {
    file: 'etc/cinder/cinder.conf',
    bad: '[DEFAULT]\nenabled_backends = ceph,nfs\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
    good: '[DEFAULT]\nenabled_backends = ceph\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
  },
  *check({ files }) {
    for (const [service, name] of BACKENDS) {
      const own = files.filter((file) => file.service === service && !file.isVariable)
      if (!own.some(isWhole)) continue
      const sections = new Set(own.flatMap((file) => file.sections.map(({ ini }) => ini.name)))
      for (const file of own) {
        for (const option of optionsOf(file, 'DEFAULT', name)) {
          if (option.ini.isTemplated || option.ini.lines.length > 1) continue
          for (const { text, at } of itemsOf(option)) {
            if (sections.has(text)) continue
            yield {
              file: file.path,
              range: partOf(option, at, text.length),
              message: `The back end "${text}" has no section [${text}].`,
              help: 'Write the section with its driver, or take the name out of the list.',
            }
          }
        }
      }
    }
  },
}

/** Whether the file says all that the service needs, and is no override of some tool's own file. */
function isWhole(file: ConfigFile): boolean {
  return !file.ini.hasUnknownLines && optionsOf(file, 'database', 'connection').length > 0
}

function optionsOf({ sections }: ConfigFile, group: string, name: string): ConfigOption[] {
  return sections
    .filter((section) => section.group === group)
    .flatMap(({ options }) => options.filter((option) => option.ini.name === name))
}

/** The items of a list, and where each begins within the value as it is written. */
function itemsOf({ ini }: ConfigOption): { text: string; at: number }[] {
  const written = ini.lines[0]?.text ?? ''
  return [...written.matchAll(/[^\s,"']+/g)].map((match) => ({ text: match[0], at: match.index }))
}

export const quorumAndHaQueues = fileRule(
  {
    id: 'oslo_config/quorum-and-ha-queues',
    severity: 'error',
    summary: 'Queues that are to be both quorum queues and mirrored',
    help: 'rabbit_quorum_queue makes queues that RabbitMQ replicates itself, rabbit_ha_queues asks for classic mirrored ones; oslo.messaging refuses to declare a queue when both are on ("should either be quorum or HA, not both"), and the service cannot talk to the others. Take rabbit_ha_queues out.',
    example: {
      file: 'neutron.conf',
      bad: '[oslo_messaging_rabbit]\nrabbit_ha_queues = true\nrabbit_quorum_queue = true\n',
      good: '[oslo_messaging_rabbit]\nrabbit_quorum_queue = true\n',
    },
  },
  function* (file) {
    const on = (name: string) =>
      optionsOf(file, 'oslo_messaging_rabbit', name).find(({ ini }) => ini.arm === '' && isTrue(ini.value))
    const mirrored = on('rabbit_ha_queues')
    if (!mirrored || !on('rabbit_quorum_queue')) return
    yield {
      range: mirrored.ini.nameRange,
      message: 'rabbit_ha_queues and rabbit_quorum_queue are both on, which oslo.messaging refuses.',
      help: 'Remove rabbit_ha_queues: quorum queues are replicated without it.',
    }
  },
)

export const pinnedUpgradeLevel = optionRule(
  {
    id: 'oslo_config/pinned-upgrade-level',
    severity: 'notice',
    summary: 'An RPC version that is pinned to a release',
    help: 'In [upgrade_levels] a service is told to speak as an older release does, which a rolling upgrade needs as long as old services run. Afterwards the pin keeps new features off, and the upgrade after the next one fails, since old versions are dropped. Remove it when the upgrade is done, or use auto, which finds the oldest service by itself.',
    example: {
      bad: '[upgrade_levels]\ncompute = yoga\n',
      good: '[upgrade_levels]\ncompute = auto\n',
    },
  },
  ({ ini }, { group }) => {
    const { value } = ini
    if (group !== 'upgrade_levels' || ini.isTemplated || value === '' || value === 'auto') return undefined
    return {
      range: ini.valueRange,
      message: `${named(group, ini.name)} is pinned to "${value}".`,
      help: 'Write auto, or remove it when all services are upgraded.',
    }
  },
)

export const serviceRolesNotRequired = optionRule(
  {
    id: 'oslo_config/service-roles-not-required',
    severity: 'warning',
    summary: 'Service tokens that are taken from anybody',
    help: 'With service_token_roles_required off, the middleware takes any valid token as a service token, whatever roles its owner has: a user can pass for a service, and with it keep using an expired token or call what only services may. The default is off for the sake of old clouds alone, and the middleware warns of it. Set it to true, once the service users have the role that service_token_roles names.',
    example: {
      bad: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = false\n',
      good: '[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = true\n',
    },
  },
  ({ ini }, { group }) => {
    const isOff = ini.name === 'service_token_roles_required' && /^(?:false|0|off|no)$/i.test(ini.value)
    if (group !== 'keystone_authtoken' || !isOff) return undefined
    return {
      range: ini.valueRange,
      message: 'A service token is taken from anybody who has a valid token.',
      help: 'Set service_token_roles_required to true.',
    }
  },
)

export const noPublicKeystone = fileRule(
  {
    id: 'oslo_config/no-public-keystone',
    severity: 'notice',
    summary: 'A service that does not say where its users find Keystone',
    help: 'Who comes without a valid token is sent to the address in www_authenticate_uri. Without it the middleware of Keystone takes auth_url, which in most clouds is an internal address that users cannot reach, and warns of it in the log. Only files that are whole are held to this: those that also say where the database is. Set www_authenticate_uri to the public address of Keystone.',
    example: {
      bad: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\n',
      good: '[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\nwww_authenticate_uri = https://cloud.example.org:5000\n',
    },
  },
  function* (file) {
    if (file.isVariable || !isWhole(file)) return
    for (const { group, ini } of file.sections) {
      if (group !== 'keystone_authtoken') continue
      const names = new Set(ini.options.map(({ name }) => name))
      if (!names.has('auth_url')) continue
      // the old name still counts where it is known
      if (names.has('www_authenticate_uri') || names.has('auth_uri')) continue
      yield {
        range: ini.range,
        message: '[keystone_authtoken] does not say where users find Keystone.',
        help: 'Set www_authenticate_uri to the public address of Keystone.',
      }
    }
  },
)

export const debugLogging: Rule<Environment> = {
  id: 'oslo_config/debug-logging',
  severity: 'notice',
  summary: 'Debug messages that are left on',
  help: 'With debug on, services log every request with its headers and bodies, some of which hold what not everybody should read, and fill their disks. It is said once, for the first of the files. Turn it on for the time of a search, and off again.',
  example: {
    bad: '[DEFAULT]\ndebug = true\n',
    good: '[DEFAULT]\ndebug = false\n',
  },
  *check({ files }) {
    for (const file of files) {
      const found = optionsOf(file, 'DEFAULT', 'debug').find(({ ini }) => isTrue(ini.value))
      if (!found) continue
      yield {
        file: file.path,
        range: found.ini.valueRange,
        message: `Debug messages are on in ${file.title}.`,
        help: 'Set debug to false when the search is over.',
      }
      return
    }
  },
}

function isTrue(value: string): boolean {
  return /^(?:true|1|on|yes)$/i.test(value)
}

/** All options of one of these names, with the file that each stands in. */
export function* everyOption(
  files: readonly ConfigFile[],
  isWanted: (section: ConfigSection, option: ConfigOption) => boolean,
): Iterable<{ file: ConfigFile; section: ConfigSection; option: ConfigOption }> {
  for (const file of files) {
    for (const section of file.sections) {
      for (const option of section.options) {
        if (!option.ini.isTemplated && isWanted(section, option)) yield { file, section, option }
      }
    }
  }
}
