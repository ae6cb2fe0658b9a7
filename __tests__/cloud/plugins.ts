import { dirname } from 'node:path'
import type { Site } from './site.js'

/**
 * Write a Python module with a class `Driver`, so that stevedore finds it: a package's metadata names it as an entry
 * point of `group`, under the module's own name.
 *
 * @returns the folder for PYTHONPATH
 */
export async function writePlugin(
  site: Site,
  plugin: { name: string; group: string; code: string },
): Promise<string> {
  const { name, group, code } = plugin
  const folder = `etc/plugins/${name}`
  const metadata = `${folder}/${name}-1.0.dist-info`
  await site.state.write(`${metadata}/METADATA`, `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`)
  await site.state.write(`${metadata}/entry_points.txt`, `[${group}]\n${name} = ${name}:Driver\n`)
  return dirname(await site.state.write(`${folder}/${name}.py`, code))
}
