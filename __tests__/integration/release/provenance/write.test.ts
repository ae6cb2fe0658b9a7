import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sha256OfFile } from '../../../../src/platform/files.js'
import { describeRelease } from '../../../../src/release/provenance/write.js'
import { build, FILES } from '../../../support/release.js'
import { temporaryFolders } from '../../../support/temp.js'

const temporary = temporaryFolders()
const SOME = {
  ...FILES,
  'requirements.yml': 'collections:\n  - name: openstack.cloud\n    version: 2.3.0\n  - ansible.posix\n',
  'playbooks/requirements.yml': 'collections:\n  - name: openstack.cloud\n    version: 2.3.0\n',
  'broken.yml': 'web_image: [\n',
}
const at = (time: string) => ({ env: {}, startedOn: new Date(time), now: () => new Date(time) })
const made = () => build(temporary, SOME)

describe('the files beside an archive', () => {
  test('are in the result, with the number of unpinned dependencies', async () => {
    const { result } = await made()
    const { path } = result
    expect((await describeRelease(result, at('2026-11-02T00:00:00Z'))).result).toEqual({
      ...result,
      dependencies: { path: `${path}.cdx.json`, total: 2, unpinned: 1 },
      provenance: {
        statement: `${path}.intoto.json`,
        bundle: null,
        attestation_id: null,
        attestation_url: null,
      },
    })
  })

  test('include a statement about the archive, the release and the list', async () => {
    const { result } = await made()
    const { statement } = await describeRelease(result, at('2026-11-02T00:00:00Z'))
    expect(JSON.parse(await readFile(`${result.path}.intoto.json`, 'utf8'))).toEqual(statement)
    const [archive, release] = statement.subject
    expect(archive).toEqual({
      name: basename(result.path),
      digest: { sha256: await sha256OfFile(result.path) },
    })
    expect(`sha256:${release?.digest.sha256}`).toBe(result.digest)
    expect(statement.predicate.runDetails.byproducts).toEqual([
      {
        name: `${basename(result.path)}.cdx.json`,
        digest: { sha256: await sha256OfFile(`${result.path}.cdx.json`) },
      },
    ])
  })

  test('are kept for the same archive, and written again when they were changed', async () => {
    const { result } = await made()
    const statement = `${result.path}.intoto.json`
    const list = `${result.path}.cdx.json`
    const first = (await describeRelease(result, at('2026-11-02T00:00:00Z'))).result
    const text = await readFile(statement, 'utf8')
    expect((await describeRelease(result, at('2027-01-01T00:00:00Z'))).result).toEqual(first)
    expect(await readFile(statement, 'utf8')).toBe(text)
    for (const [file, bad] of [
      [statement, '{}'],
      [statement, 'nothing'],
      [list, '{"components":[]}'],
    ] as const) {
      await writeFile(file, bad)
      expect((await describeRelease(result, at('2027-01-01T00:00:00Z'))).result).toEqual(first)
      expect(await readFile(statement, 'utf8')).toContain('2027-01-01')
    }
  })

  test('include the same list for the same release on any machine', async () => {
    const [one, other] = [await made(), await made()]
    await describeRelease(one.result, at('2026-11-02T00:00:00Z'))
    await describeRelease(other.result, at('2027-11-02T00:00:00Z'))
    expect(one.result.path).not.toBe(other.result.path)
    expect(await readFile(`${one.result.path}.cdx.json`, 'utf8')).toBe(
      await readFile(`${other.result.path}.cdx.json`, 'utf8'),
    )
  })

  test('include CycloneDX 1.6 with the required fields', async () => {
    const { result } = await made()
    await describeRelease(result, at('2026-11-02T00:00:00Z'))
    const bom = JSON.parse(await readFile(`${result.path}.cdx.json`, 'utf8'))
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(bom.metadata.component).toMatchObject({ type: 'data', name: result.name, version: '1.0.0' })
    expect(
      bom.components.map(({ name, type, evidence }: Record<string, unknown>) => [name, type, evidence]),
    ).toEqual([
      ['ansible.posix', 'library', { occurrences: [{ location: 'requirements.yml', line: 4 }] }],
      [
        'openstack.cloud',
        'library',
        {
          occurrences: [
            { location: 'playbooks/requirements.yml', line: 2 },
            { location: 'requirements.yml', line: 2 },
          ],
        },
      ],
    ])
    const references = bom.components.map((component: Record<string, unknown>) => component['bom-ref'])
    expect(new Set(references).size).toBe(references.length)
  })
})
