import { expect, test } from '@jest/globals'
import { SECRET_RULES, validateCommit } from '../../../src/lint/engine/compare/validate-commit.js'
import { requireKnownRules } from '../../../src/lint/engine/rules.js'
import { parseManifest } from '../../../src/manifest/load.js'
import { type FileSpec, makeRepository, testGit, writeFiles } from '../../support/repository.js'
import { temporaryFolders } from '../../support/temp.js'

const temporaryFolder = temporaryFolders()

const SETTINGS = 'version: 1\nname: x\n'
const heat = (flavor: string) =>
  `heat_template_version: 2021-04-16\nparameters:\n  flavor: {type: string}\nresources:\n  web: {type: OS::Nova::Server, properties: {image: jammy, flavor: {get_param: ${flavor}}}}\n`

async function checked(
  files: Record<string, FileSpec>,
  isReleased: (path: string) => boolean = () => true,
  untracked: Record<string, FileSpec> = {},
) {
  const all = { 'changeover.yml': SETTINGS, ...files }
  const root = await makeRepository(await temporaryFolder(), all)
  await writeFiles(root, untracked)
  const tree = await testGit(root, 'rev-parse', 'HEAD')
  return validateCommit({
    root,
    tree,
    settings: parseManifest(Buffer.from(all['changeover.yml'])),
    isReleased,
  })
}

test('has the findings of the commit, not of the work tree', async () => {
  const files = { 'heat/bad.yaml': heat('flavour'), 'heat/good.yaml': heat('flavor'), 'notes.txt': 'x' }
  const result = await checked(files, undefined, {
    'heat/good.yaml': heat('flavour'),
    'heat/more.yaml': heat('no'),
  })
  expect(result).toMatchObject({
    kinds: { heat: 2, manifest: 1 },
    openstackRelease: expect.stringMatching(/./),
    secrets: [],
  })
  expect(result.findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual([
    'heat/bad.yaml',
  ])
})

test('reports only on released files, and reads the others as context', async () => {
  const files = { 'heat/bad.yaml': heat('flavour'), 'heat/good.yaml': heat('flavor') }
  const result = await checked(files, (path) => path !== 'heat/bad.yaml')
  expect(result.kinds).toEqual({ heat: 1, manifest: 1 })
  expect(result.findings.map(({ file }) => file)).not.toContain('heat/bad.yaml')
})

test("uses the commit's own changeover.yml", async () => {
  const rules = 'validate: { ignore: ["lab/**"], rules: { heat/undefined-reference: warning } }\n'
  const settings = `${SETTINGS}openstack_release: "2024.1"\n${rules}`
  const result = await checked({
    'changeover.yml': settings,
    'heat/bad.yaml': heat('flavour'),
    'lab/bad.yaml': heat('flavour'),
  })
  expect(result.openstackRelease).toBe('2024.1')
  expect(result.kinds.heat).toBe(1)
  expect(result.findings).toContainEqual(
    expect.objectContaining({ rule: 'heat/undefined-reference', severity: 'warning', file: 'heat/bad.yaml' }),
  )
  expect(result.findings.some(({ severity }) => severity === 'error')).toBe(false)
})

test.each<[string, Record<string, FileSpec>]>([
  [
    'ansible/plaintext-password',
    { 'inventories/production/hosts': '[control]\nctl1 ansible_user=kolla ansible_password=Kq83hd2x\n' },
  ],
  [
    'repository/leaked-key',
    {
      'keys/id_ed25519.yml':
        'key: |\n  -----BEGIN OPENSSH PRIVATE KEY-----\n  b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUx\n  OQAAACBb1Qm9Yy2v2vJ7mWZ7p8rP5Hj5uT0b8c1C3x0dFqk2vQAAAJj1nq3z9Z6t8wAAAAtzc2g\n  -----END OPENSSH PRIVATE KEY-----\n',
    },
  ],
  [
    'oslo_config/plaintext-secret',
    { 'etc/nova/nova.conf': '[database]\nconnection = mysql+pymysql://nova:Kq83hd2x@db.example.org/nova\n' },
  ],
])('tells secrets apart: %s', async (rule, files) => {
  const { secrets } = await checked(files)
  expect(secrets.map((finding) => finding.rule)).toContain(rule)
})

test('every rule about secrets exists', () => {
  expect(() => requireKnownRules([...SECRET_RULES])).not.toThrow()
})
