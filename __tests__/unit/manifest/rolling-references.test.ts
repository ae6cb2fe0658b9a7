import { expect, test } from '@jest/globals'
import { parseManifest } from '../../../src/manifest/load.js'

const HEAD = `version: 1
name: region-one
environments:
  production:
    strategy: in_place
`

/** What is said of an environment in place; its lines begin at line 6. */
function complaints(...lines: string[]): string {
  try {
    parseManifest(Buffer.from(HEAD + lines.map((line) => `    ${line}\n`).join('')))
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const step = (more: string) => `{ name: a, hosts: [c1, c2], deploy: { run: x }, ${more} }`

test.each<[string, string, string]>([
  [
    'a step without deploy',
    'rolling: [{ name: a, hosts: [c1] }]',
    'changeover.yml:6:15: environments.production.rolling.0 lacks the key "deploy". Add deploy.',
  ],
  ['a step without hosts', 'rolling: [{ name: a, deploy: { run: x } }]', 'lacks the key "hosts"'],
  [
    'a list without hosts',
    'rolling: [{ name: a, hosts: [], deploy: { run: x } }]',
    'must NOT have fewer than 1 items',
  ],
  [
    'a batch of 0',
    `rolling: [${step('batch: 0')}]`,
    'rolling.0.batch must be >= 1. How many hosts at a time',
  ],
  ['a batch of half a host', `rolling: [${step('batch: 1.5')}]`, 'rolling.0.batch'],
  [
    'a batch of 0%',
    `rolling: [${step('batch: "0%"')}]`,
    'rolling.0.batch is "0%". Expected: how many hosts at a time',
  ],
  ['a batch of 101%', `rolling: [${step('batch: "101%"')}]`, 'rolling.0.batch is "101%"'],
  ['a batch of 0 later on', `rolling: [${step('batch: [1, 0]')}]`, 'rolling.0.batch.1 must be >= 1'],
  ['no batch', `rolling: [${step('batch: []')}]`, 'rolling.0.batch must NOT have fewer than 1 items'],
  [
    'a host that is an option',
    'rolling: [{ name: a, hosts: ["-i"], deploy: { run: x } }]',
    'hosts.0 is "-i". Expected: a host name',
  ],
  [
    'a host that is two',
    'rolling: [{ name: a, hosts: ["c1,c2"], deploy: { run: x } }]',
    'hosts.0 is "c1,c2". Expected: a host name',
  ],
  [
    'a host twice',
    'rolling: [{ name: a, hosts: [c1, c2, c1], deploy: { run: x } }]',
    '6:42: "a" has the host "c1" twice. Remove one of them.',
  ],
  [
    'two steps of a name',
    `rolling: [${step('batch: 1')}, ${step('batch: 2')}]`,
    'two steps have the name "a". Rename one of them.',
  ],
  [
    'a name that breaks a line',
    'rolling: [{ name: "a\\nb", hosts: [c1], deploy: { run: x } }]',
    'rolling.0.name is "a\nb". Expected: the name of the step in results',
  ],
  [
    'a probe of the bake in a step',
    `rolling: [${step('verify: [{ run: x, during: bake }]')}]`,
    'this environment has no bake',
  ],
  [
    'a comparison in a step',
    `rolling: [${step('verify: [{ prometheus: { url: "http://a", query: up, at_most: 2x } }]')}]`,
    'at_most compares with the other color',
  ],
  [
    'a step without rules of its own',
    'rolling: [{ name: a, hosts: [c1], deploy: { run: x }, serial: 1 }]',
    'unknown key "serial"',
  ],
  [
    'gates over nothing',
    'gates: [{ name: a, run: x }]',
    '6:5: nothing is deployed here, so that gates has no effect. Add deploy or rolling, or remove it.',
  ],
  [
    'a gate that accepts nothing',
    'gates: [{ name: a, run: x, accept: [] }]',
    'gates.0.accept must NOT have fewer than 1 items',
  ],
  [
    'a gate that accepts no status',
    'gates: [{ name: a, run: x, accept: [256] }]',
    'gates.0.accept.0 must be <= 255',
  ],
])('%s is refused', (_title, line, said) => {
  expect(complaints(line)).toContain(said)
})

test('two gates of a name are refused, and a bake is that of a probe', () => {
  expect(complaints('deploy: { run: x }', 'gates: [{ name: a, run: x }, { name: a, run: z }]')).toContain(
    '7:36: two gates have the name "a"',
  )
  const probe = 'verify: [{ run: x, during: bake }]'
  expect(complaints('deploy: { run: x }', probe)).toContain('this environment has no bake')
  expect(complaints('deploy: { run: x }', probe, 'bake: { for: 5s }')).toBe('')
})

test.each([
  step('batch: [1, 5, "30%"], pause: 10s'),
  step('batch: "25%"'),
  step('batch: "100%"'),
  '{ name: nova compute.1, hosts: { run: ./hosts.sh, timeout: 1m }, deploy: { run: x } }',
  '{ name: a, hosts: [10.0.0.1, "fd00::1", c_1-x.example.org], deploy: { run: x } }',
])('%s is fine', (line) => {
  expect(complaints(`rolling: [${line}]`)).toBe('')
})
