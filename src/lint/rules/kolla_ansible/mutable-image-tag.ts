import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atValue } from '../../readers/kolla_ansible/problem.js'
import { plainText } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'

const MOVING = /^(?:master|main|latest|stable|zuul)$/i

const TAG = /^(?:openstack_release|openstack_tag|\w+_tag)$/

export default defineRule<Deployment>({
  id: 'kolla_ansible/mutable-image-tag',
  severity: 'warning',
  summary: 'container images are chosen by a tag that moves',
  help: 'Behind master or latest stands another image every day: two hosts deployed on different days run different code, and going back to what ran yesterday is impossible. Name a release, and for images that are exactly the same everywhere a tag that is never pushed twice, such as one with a date.',
  example: {
    bad: EXAMPLE.replace('"2025.1"', 'master'),
    good: EXAMPLE,
  },
  *check({ written, names }) {
    for (const setting of written) {
      const text = TAG.test(setting.name) && names?.has(setting.name) ? plainText(setting) : undefined
      if (text === undefined || !MOVING.test(text)) continue
      yield atValue(
        setting,
        `The ${setting.name} "${text}" is another set of images every day.`,
        setting.name === 'openstack_release'
          ? 'Name a release, for example "2025.1".'
          : 'Name a tag that is never pushed twice, for example one with a date.',
      )
    }
  },
})
