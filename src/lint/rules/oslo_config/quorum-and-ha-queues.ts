import { defineRule } from '../../engine/rule.js'
import { type ConfigFiles, isTrue, optionsIn } from '../../readers/oslo_config/config.js'

export default defineRule<ConfigFiles>({
  id: 'oslo_config/quorum-and-ha-queues',
  severity: 'error',
  summary: 'queues are both quorum queues and mirrored queues',
  help: 'rabbit_quorum_queue declares queues that RabbitMQ replicates itself; rabbit_ha_queues asks for classic mirrored queues. If both are on, oslo.messaging refuses to declare a queue ("should either be quorum or HA, not both"), and the service cannot reach the others. Remove rabbit_ha_queues.',
  example: {
    file: 'neutron.conf',
    bad: '[oslo_messaging_rabbit]\nrabbit_ha_queues = true\nrabbit_quorum_queue = true\n',
    good: '[oslo_messaging_rabbit]\nrabbit_quorum_queue = true\n',
  },
  check({ files }, report) {
    for (const file of files) {
      const enabled = (name: string) =>
        optionsIn(file, 'oslo_messaging_rabbit', name).find(
          ({ branch, value }) => branch === '' && isTrue(value),
        )
      const mirrored = enabled('rabbit_ha_queues')
      if (!mirrored || !enabled('rabbit_quorum_queue')) continue
      report(
        mirrored,
        'rabbit_ha_queues and rabbit_quorum_queue are both on, which oslo.messaging refuses.',
        'Remove rabbit_ha_queues: RabbitMQ replicates quorum queues without it.',
      )
    }
  },
})
