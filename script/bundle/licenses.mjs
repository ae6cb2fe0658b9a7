import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The text of dist/licenses.txt: the license of every package that the modules come from, by their paths. */
export async function licenses(modules) {
  const packages = new Map()
  for (const module of modules) {
    const [folder, name] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/.exec(module) ?? []
    if (folder) packages.set(folder, name)
  }
  const texts = new Map()
  for (const [folder, name] of packages) {
    const place = fileURLToPath(new URL(`../../${folder}/`, import.meta.url))
    const { version, license } = JSON.parse(await readFile(`${place}package.json`, 'utf8'))
    const file = (await readdir(place)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? (await readFile(place + file, 'utf8')).trim() : `License: ${license}`
    texts.set(`${name} ${version} (${license})`, text)
  }
  const sections = [...texts].sort(([one], [other]) => (one < other ? -1 : 1))
  return `Licenses of the packages in this folder.\n\n${sections
    .map(([title, text]) => `${title}\n${'-'.repeat(40)}\n${text}\n`)
    .join('\n\n')}`
}
