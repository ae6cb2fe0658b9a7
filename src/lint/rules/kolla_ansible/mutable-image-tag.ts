import { declaredRule } from '../../engine/declared.js'
import { variableUses } from '../../readers/kolla_ansible/variable-uses.js'
import { EXAMPLE } from './shared/example.js'

export default declaredRule({
  id: 'kolla_ansible/mutable-image-tag',
  severity: 'warning',
  summary: 'container images have a tag that moves',
  help: 'The tags master and latest point to a different image every day: hosts that are deployed on different days run different code, and a rollback cannot restore the images of yesterday. Name a release. For identical images everywhere, use a tag that is pushed only once, for example one with a date.',
  example: { bad: EXAMPLE.replace('"2025.1"', 'master'), good: EXAMPLE },
  uses: variableUses,
  reports: 'mutable_tag',
  describe: ({ name, tag }) => ({
    message: `The tag "${tag}" in ${name} points to different images over time.`,
    help:
      name === 'openstack_release'
        ? 'Name a release, for example "2025.1".'
        : 'Use a tag that is pushed only once, for example one with a date.',
  }),
})
