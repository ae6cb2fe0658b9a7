// The cost of parsing alone: parses every YAML file in a folder with js-yaml and does nothing with it. Files of other kinds
// are only read, as validate reads them too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'

let parsed = 0
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.parentPath.includes('/.git')) continue
  if (!/\.(ya?ml|template|hot|conf|cfg|ini|env)$/.test(entry.name)) continue
  const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
  if (!/\.(ya?ml|template)$/.test(entry.name)) continue
  try {
    loadAll(text)
    parsed++
  } catch {
    // a file that js-yaml rejects takes time as well
  }
}
console.log(`${parsed} files parsed`)
