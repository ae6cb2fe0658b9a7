import { shippedFacts } from '../../../../src/lint/facts/facts.js'
import { EXAMPLE } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { type Files, validated } from '../folder.js'

export const MAIN = 'openstack_user_config.yml'

/** The findings in these files: `severity rule place message help`. */
export async function findingsIn(files: Files, release?: OpenStackRelease): Promise<string[]> {
  const { findings } = await validated(files, release ? { facts: shippedFacts(release) } : {})
  return findings.map(
    ({ rule, severity, file, line, column, message, help }) =>
      `${severity} ${rule.replace('openstack_ansible/', '')} ${file}:${line}:${column} ${message} ${help}`,
  )
}

/** The findings in the example after this change to it. */
export function findingsAfter(
  change: (text: string) => string,
  more: Files = {},
  release?: OpenStackRelease,
): Promise<string[]> {
  const text = change(EXAMPLE)
  if (text === EXAMPLE && Object.keys(more).length === 0) throw new Error('the example was not changed')
  return findingsIn({ [MAIN]: text, ...more }, release)
}

/** Adds an option to the provider network. */
export function withOption(line: string): (text: string) => string {
  return (text) => text.replace('        type: raw\n', `        type: raw\n        ${line}\n`)
}

/** Adds a provider network. */
export function withNetwork(options: Readonly<Record<string, string>>): (text: string) => string {
  const lines = Object.entries(options).map(([key, value]) => `        ${key}: ${value}\n`)
  return (text) => text.replace('shared_infra_hosts', `    - network:\n${lines.join('')}shared_infra_hosts`)
}

export const VLAN = {
  container_bridge: 'br-vlan',
  container_type: 'veth',
  container_interface: 'eth11',
  type: 'vlan',
  net_name: 'physnet1',
  range: '"101:200"',
  group_binds: '[neutron_ovn_controller]',
}
