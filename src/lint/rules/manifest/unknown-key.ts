import { manifestRule } from './shared/manifest-rule.js'

export default manifestRule('unknown-key', {
  summary: 'changeover.yml has a key that means nothing',
  help: 'A misspelled key would silently lose what it says, so none is accepted.',
  example: {
    bad: 'version: 1\nname: region-one\nvalidate: { ignored: ["docs/**"] }\n',
    good: 'version: 1\nname: region-one\nvalidate: { ignore: ["docs/**"] }\n',
  },
})
