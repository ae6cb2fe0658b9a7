import { readFile } from 'node:fs/promises'
import { afterAll, describe, expect, test } from '@jest/globals'
import { inventoryExample } from '../../../../src/lint/rules/kolla_ansible/shared/example.js'
import { findings } from './findings.js'

/** A cloud with the result of kolla-ansible's own prechecks, from script/facts/kolla_ansible/prechecks.py. */
interface Case {
  own: Record<string, unknown>
  hosts: number
  /** The rules that correspond to the failed checks. */
  failed: string[]
}

/** The rules that predict a precheck. */
const RULES: readonly string[] = [
  'too-few-agent-hosts',
  'interface-bridge-mismatch',
  'cinder-without-backend',
  'invalid-fernet-token-expiry',
  'missing-coordination-backend',
  'missing-service',
  'invalid-neutron-dns-domain',
  'unsupported-octavia-network',
  'one-sided-tls',
  'network-type-without-driver',
  'missing-cinder-cluster-name',
]
/** Rules that rightly report more than the prechecks of a release. */
const BEYOND: Readonly<Record<string, readonly string[]>> = {
  // the mismatch breaks these releases too, but only 2026.1 checks it
  '2024.1': ['interface-bridge-mismatch'],
  '2025.1': ['interface-bridge-mismatch'],
}

const table = new Map(RULES.map((rule) => [rule, { agreed: 0, missed: 0, beyond: 0 }]))

describe.each(['2024.1', '2025.1', '2026.2'])('the prechecks of %s', (release) => {
  test('agree with the rules', async () => {
    const path = new URL(`prechecks/${release}.json`, import.meta.url)
    const { cases } = JSON.parse(await readFile(path, 'utf8')) as { cases: Case[] }
    const errors = await errorsOf(release, cases)
    const disagreements: unknown[] = []
    for (const [index, { own, hosts, failed }] of cases.entries()) {
      for (const [rule, row] of table) {
        const [theirs, ours] = [failed.includes(rule), errors.has(`${rule} ${index}`)]
        if (theirs && ours) row.agreed++
        else if (theirs) row.missed++
        else if (ours) row.beyond++
        if (theirs === ours || (ours && BEYOND[release]?.includes(rule))) continue
        disagreements.push({ rule, theirs, ours, own, hosts })
      }
    }
    expect(cases.length).toBeGreaterThan(100)
    expect(disagreements).toEqual([])
  })
})

afterAll(() => {
  console.table(Object.fromEntries(table))
  for (const [rule, { agreed }] of table) expect([rule, agreed]).not.toEqual([rule, 0])
})

/** Checks all cases at once, each in its own folder. Returns `rule number` for each error. */
async function errorsOf(release: string, cases: readonly Case[]): Promise<Set<string>> {
  const files = Object.fromEntries(
    cases.flatMap(({ own, hosts }, index) => {
      const names = Array.from({ length: hosts }, (_, number) => `h${number}`)
      const inventory = inventoryExample({ network: names, storage: names })
      const variables = {
        kolla_base_distro: 'rocky',
        kolla_internal_vip_address: '10.10.10.254',
        openstack_release: release,
        ...own,
      }
      const lines = Object.entries(variables).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
      return [
        [`${index}/globals.yml`, lines.join('')],
        [`${index}/multinode`, `${inventory}\n[masakari]\n${names.join('\n')}\n`],
      ]
    }),
  )
  const errors = (await findings(files)).filter((line) => line.startsWith('error'))
  return new Set(
    errors.map((line) => {
      const [, rule, place = ''] = line.split(' ')
      return `${rule} ${place.split('/')[0]}`
    }),
  )
}
