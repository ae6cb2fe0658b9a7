import { manifestRule } from './shared/manifest-rule.js'

export default manifestRule('reference', {
  summary: 'changeover.yml names something that it does not define',
  help: 'A name that leads nowhere, for instance the need for a service that is neither built in nor declared, would fail in the middle of a run.',
  example: {
    bad: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keyston] }\n',
    good: 'version: 1\nname: region-one\nservices:\n  glance: { needs: [keystone] }\n',
  },
})
