import { fileRule } from '../../readers/oslo_config/rule.js'
import { isTrue, optionsOf } from './shared/cloud-rules.js'

export default fileRule(
  {
    id: 'oslo_config/quorum-and-ha-queues',
    severity: 'error',
    summary: 'Queues that are to be both quorum queues and mirrored',
    help: 'rabbit_quorum_queue makes queues that RabbitMQ replicates itself, rabbit_ha_queues asks for classic mirrored ones; oslo.messaging refuses to declare a queue when both are on ("should either be quorum or HA, not both"), and the service cannot talk to the others. Take rabbit_ha_queues out.',
    example: {
      file: 'neutron.conf',
      bad: '[oslo_messaging_rabbit]\nrabbit_ha_queues = true\nrabbit_quorum_queue = true\n',
      good: '[oslo_messaging_rabbit]\nrabbit_quorum_queue = true\n',
    },
  },
  function* (file) {
    const on = (name: string) =>
      optionsOf(file, 'oslo_messaging_rabbit', name).find(({ ini }) => ini.arm === '' && isTrue(ini.value))
    const mirrored = on('rabbit_ha_queues')
    if (!mirrored || !on('rabbit_quorum_queue')) return
    yield {
      range: mirrored.ini.nameRange,
      message: 'rabbit_ha_queues and rabbit_quorum_queue are both on, which oslo.messaging refuses.',
      help: 'Remove rabbit_ha_queues: quorum queues are replicated without it.',
    }
  },
)
