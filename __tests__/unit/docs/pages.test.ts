import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { PHASES } from '../../../src/deploy/phases/phases.js'

const generated = (await readdir('docs', { recursive: true })).filter((name) => name.endsWith('.md'))
const actions = (await readdir('actions', { recursive: true })).filter((name) => name.endsWith('.md'))
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'bench/README.md',
  ...generated.map((name) => join('docs', name)),
  ...actions.map((name) => join('actions', name)),
]

describe.each(pages)('%s', (page) => {
  test('links to what exists', async () => {
    const text = withoutCode(await readFile(page, 'utf8'))
    const broken: string[] = []
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      const there = existsSync(file) && (anchor === undefined || (await anchorsOf(file)).has(anchor))
      if (!there) broken.push(target)
    }
    expect(broken).toEqual([])
  })
})

describe('docs/how-it-works.md', () => {
  test('tells what each phase does, in their order', async () => {
    const text = await readFile('docs/how-it-works.md', 'utf8')
    const table = text.slice(text.indexOf('| Phase '), text.indexOf('During the bake'))
    expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, phase]) => phase)).toEqual([...PHASES])
  })

  test('pictures every state that a color can be in, and no other', async () => {
    const text = await readFile('docs/how-it-works.md', 'utf8')
    const picture = /stateDiagram-v2\n(.*?)```/s.exec(text)?.[1] ?? ''
    const pictured = new Set([...picture.matchAll(/--> (\w+)/g)].map(([, state]) => state))
    const source = await readFile('src/deploy/ledger/state.ts', 'utf8')
    const states = /^ {2}state: (.*)$/m.exec(source)?.[1]?.match(/\w+/g) ?? []
    expect(states.length).toBeGreaterThan(3)
    expect([...pictured].sort()).toEqual([...states].sort())
  })
})

function withoutCode(text: string): string {
  return text.replaceAll(/^(`{3,}).*?^\1$/gms, '').replaceAll(/`[^`\n]*`/g, '')
}

/** The anchors that GitHub gives the headings of a page. */
async function anchorsOf(path: string): Promise<Set<string>> {
  const text = (await readFile(path, 'utf8')).replaceAll(/^(`{3,}).*?^\1$/gms, '')
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => title)
  return new Set(
    headings.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  )
}
