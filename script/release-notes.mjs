// Prints the notes of a release: the section of CHANGELOG.md for the version of the tag.
//   node script/release-notes.mjs v1.2.3
// Exit status 2 when the tag is not the version in package.json, or the changelog has no section for it.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)

/**
 * The text below the heading `## 1.2.3` or `## 1.2.3 (2026-12-01)`, up to the next heading of that level.
 *
 * @throws Error when the changelog has no such section, or an empty one
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === version)
  const notes = section?.slice(section.indexOf('\n')).trim()
  if (!notes)
    throw new Error(`CHANGELOG.md has no section "## ${version}". Write one before you tag the release.`)
  return `${notes}\n`
}

async function main(tag) {
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  if (tag !== `v${version}`) {
    throw new Error(
      `The tag is "${tag}", and package.json has the version ${version}. Tag the commit as v${version}.`,
    )
  }
  process.stdout.write(notesOf(await readFile(new URL('CHANGELOG.md', root), 'utf8'), version))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv[2])
  } catch (error) {
    console.error(error.message)
    process.exitCode = 2
  }
}
