import { manifestRule } from './shared/manifest-rule.js'

export default manifestRule('syntax', {
  summary: 'changeover.yml is not YAML, or has a key twice',
  help: 'A manifest that cannot be read stops every command. The finding stands where the parser gave up.',
  example: { bad: 'version: 1\nname: [region-one\n', good: 'version: 1\nname: region-one\n' },
})
