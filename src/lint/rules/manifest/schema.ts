import { manifestRule } from './shared/manifest-rule.js'

export default manifestRule('schema', {
  summary: 'a value in changeover.yml has the wrong form',
  help: 'A manifest is checked against its JSON Schema, which editors can use as well: schemas/manifest.schema.json.',
  example: { bad: 'version: 2\nname: region-one\n', good: 'version: 1\nname: region-one\n' },
})
