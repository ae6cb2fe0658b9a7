import type { Problem, Rule } from '../../../engine/rule.js'
import { everyOption } from './cloud-rules.js'
import type { ConfigFile, ConfigOption, ConfigSection, Environment } from '../../../readers/oslo_config/config.js'
import { named } from '../../../readers/oslo_config/rule.js'

interface Said {
  file: ConfigFile
  section: ConfigSection
  option: ConfigOption
  /** What is compared. */
  value: string
}

/** Those that say something else than most do; none when it is not clear what most say. */
function dissenters(said: readonly Said[]): { odd: Said[]; common: string } {
  const counts = new Map<string, number>()
  for (const { value } of said) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  if (!first || !second || first[1] < 2 * (said.length - first[1])) return { odd: [], common: '' }
  return { odd: said.filter(({ value }) => value !== first[0]), common: first[0] }
}

export const differentRegion: Rule<Environment> = {
  id: 'oslo_config/different-region',
  severity: 'warning',
  summary: 'A service that looks for the others in another region',
  help: 'A service finds the others in the catalog under the region that its configuration names, and one wrong name sends it to another cloud, or nowhere ("endpoint not found"). The files of one cloud are compared: one that names another region than all others do is most likely a mistake. Write the same region, or silence the line when it is meant.',
  example: {
    bad: {
      'etc/nova/nova.conf': '[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = regionOne\n',
      'etc/neutron/neutron.conf': '[nova]\nregion_name = RegionOne\n',
    },
    good: {
      'etc/nova/nova.conf': '[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = RegionOne\n',
      'etc/neutron/neutron.conf': '[nova]\nregion_name = RegionOne\n',
    },
  },
  *check({ files }) {
    const said = saidOf(files, /^(?:os_)?region_name$/, (value) => value)
    const { odd, common } = dissenters(said)
    for (const { value, ...at } of odd) yield problem(at, `the region "${value}"`, `"${common}"`)
  },
}

export const differentKeystone: Rule<Environment> = {
  id: 'oslo_config/different-keystone',
  severity: 'warning',
  summary: 'A service that asks another Keystone than the others',
  help: 'All services of a cloud take their tokens from one Keystone; one that has another address in auth_url was most likely forgotten when the address changed. The files of one cloud are compared by scheme, host and port, where the former admin port 35357 is no other. Write the same address, or silence the line when it is meant.',
  example: {
    bad: {
      'etc/nova/nova.conf':
        '[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.1:5000/v3\n',
      'etc/neutron/neutron.conf': '[nova]\nauth_url = http://10.0.0.10:5000\n',
    },
    good: {
      'etc/nova/nova.conf':
        '[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.10:5000/v3\n',
      'etc/neutron/neutron.conf': '[nova]\nauth_url = http://10.0.0.10:5000\n',
    },
  },
  *check({ files }) {
    const said = saidOf(files, /^auth_url$/, addressOf)
    const { odd, common } = dissenters(said)
    for (const { value, ...at } of odd) yield problem(at, `the Keystone at ${value}`, common)
  },
}

function addressOf(url: string): string | undefined {
  return /^\w+:\/\/[^/]+/
    .exec(url)?.[0]
    .toLowerCase()
    .replace(/:35357$/, ':5000')
}

export const differentMemcached: Rule<Environment> = {
  id: 'oslo_config/different-memcached',
  severity: 'warning',
  summary: 'A service that does not know all servers of memcached',
  help: 'Where services share a cache, each has to know the same servers: the client spreads keys over its list, so with another list it looks for a key on another server. Keystone then validates tokens that were revoked elsewhere, and each missing server is cache lost. Lists that share servers, but not all, are compared over the files of one cloud. Write the same list everywhere.',
  example: {
    bad: {
      'etc/nova/nova.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n',
      'etc/neutron/neutron.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211\n',
    },
    good: {
      'etc/nova/nova.conf': '[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n',
      'etc/neutron/neutron.conf':
        '[keystone_authtoken]\nmemcached_servers = 10.0.0.2:11211, 10.0.0.1:11211\n',
    },
  },
  *check({ files }) {
    const said = saidOf(files, /^memcached?_servers$/, (value) => value)
    const lists = said.map((one) => ({ one, servers: new Set(one.value.split(/[\s,]+/).filter(Boolean)) }))
    const longest = lists.reduce<(typeof lists)[number] | undefined>(
      (best, list) => (best && best.servers.size >= list.servers.size ? best : list),
      undefined,
    )
    for (const { one, servers } of lists) {
      if (!longest || servers.size === longest.servers.size) continue
      const missing = [...longest.servers].filter((server) => !servers.has(server))
      if (missing.length + servers.size !== longest.servers.size) continue
      yield problem(
        one,
        `not the memcached server ${missing.join(', ')}`,
        `it (as ${longest.one.file.title})`,
      )
    }
  },
}

function saidOf(
  files: readonly ConfigFile[],
  name: RegExp,
  compared: (value: string) => string | undefined,
): Said[] {
  const found: Said[] = []
  for (const { file, section, option } of everyOption(files, (_, { ini }) => name.test(ini.name))) {
    const value = compared(option.ini.value)
    if (value !== undefined && value !== '' && option.ini.arm === '')
      found.push({ file, section, option, value })
  }
  return found
}

function problem({ file, section, option }: Omit<Said, 'value'>, what: string, common: string): Problem {
  return {
    file: file.path,
    range: option.ini.valueRange,
    message: `${named(section.ini.name, option.ini.name)} names ${what}, while most others here name ${common}.`,
    help: 'Write the same as in the other files, unless this service is meant to differ.',
  }
}
