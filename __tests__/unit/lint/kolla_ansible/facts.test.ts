import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { shippedFacts } from '../../../../src/lint/facts/facts.js'
import { type KollaFacts, kayobeFacts, kollaFacts } from '../../../../src/lint/facts/kolla_ansible.js'
import { KnownVariables } from '../../../../src/lint/readers/kolla_ansible/known-variables.js'
import { REPLACEMENTS } from '../../../../src/lint/readers/kolla_ansible/replacements.js'
import { NEEDS } from '../../../../src/lint/rules/kolla_ansible/missing-service.js'
import { isBefore, RELEASES } from '../../../../src/openstack/releases.js'
import { packageRoot } from '../../../../src/platform/package-root.js'

const factsOf = (release: (typeof RELEASES)[number]): KollaFacts => kollaFacts(shippedFacts(release), release)

describe.each(RELEASES)('%s', (release) => {
  test('has the names that kolla-ansible and kayobe know', () => {
    const { variables, referenced, passwords, groups, services, overrides } = factsOf(release)
    expect(Object.keys(variables).length).toBeGreaterThan(3000)
    expect(referenced.length).toBeGreaterThan(1000)
    expect(passwords).toContain('database_password')
    expect(groups['nova-conductor']).toEqual(['nova'])
    expect(services['nova-conductor']).toEqual({ group: 'nova-conductor', role: 'nova_cell', enabled: true })
    expect(overrides['nova.conf']).toBe('merge')
    expect(overrides['haproxy/haproxy_main.cfg']).toBe('replace')
    expect(kayobeFacts(shippedFacts(release), release).variables).toHaveProperty('kolla_enable_cinder')
  })

  test('has a group in multinode for almost every service', () => {
    const { groups, services } = factsOf(release)
    const without = Object.values(services).filter(
      ({ group }) => group !== 'all' && !Object.hasOwn(groups, group),
    )
    expect(without.length).toBeLessThan(5)
  })

  test('has no variable that is both known and removed', () => {
    const { variables, referenced, removed } = factsOf(release)
    const known = new Set([...Object.keys(variables), ...referenced])
    expect(
      Object.values(removed)
        .flat()
        .filter((name) => known.has(name)),
    ).toEqual([])
  })

  test('has every variable that a replacement suggests', () => {
    const names = KnownVariables.of(factsOf(release))
    for (const [name, { since, help }] of REPLACEMENTS) {
      const isGone = since ? !isBefore(release, since) : names.lastRelease(name) !== undefined
      const [instead] = /(?<=^Set )\w+/.exec(help) ?? []
      if (isGone && instead) expect([name, instead, names.has(instead)]).toEqual([name, instead, true])
    }
  })

  test('is small', () => {
    const file = join(packageRoot(), 'data/kolla_ansible', `${release}.json`)
    expect(statSync(file).size).toBeLessThan(500_000)
  })
})

test('every replaced variable is removed in the newest release', () => {
  const names = KnownVariables.of(factsOf('2026.2'))
  for (const [name, { since }] of REPLACEMENTS)
    expect([name, since ?? names.lastRelease(name)]).not.toEqual([name, undefined])
})

test('every switch in the dependencies of services exists in some release', () => {
  const all = new Set(RELEASES.flatMap((release) => Object.keys(factsOf(release).variables)))
  const unknown = NEEDS.flatMap(({ on, anyOf }) => [...on, ...anyOf]).filter((name) => !all.has(name))
  expect(unknown).toEqual([])
})

test('the data has one file per release', () => {
  const files = readdirSync(join(packageRoot(), 'data/kolla_ansible')).filter((name) => name !== 'kayobe')
  expect(files.sort()).toEqual(RELEASES.map((release) => `${release}.json`).sort())
})
