import { duplicate, edit, insertAfter, misspell } from '../edit.mjs'

const FILES = /^(services\/(keystone|nova|cinder)|kolla\/config\/(neutron|nova\/nova-compute))\.conf$/
const oslo = (name, mutants, files = FILES) => ({ kind: 'oslo_config', name, files, mutants })
const cloud = (name, mutants) => ({ kind: 'clouds', name, files: /^clouds\.yaml$/, mutants })

export const services = [
  oslo('misspelled option', misspell(/^(?<word>\w{8,}) = /)),
  oslo(
    'misspelled section',
    misspell(
      /^\[(?<word>database|token|fernet_tokens|api|scheduler|filter_scheduler|libvirt|oslo_messaging_rabbit|oslo_middleware|upgrade_levels|quotas)\]$/,
    ),
  ),
  oslo(
    'number that is none',
    edit(
      /^((?:max_pool_size|expiration|max_active_keys|reserved_host_memory_mb|report_interval|heartbeat_timeout_threshold|global_physnet_mtu|osapi_volume_workers) = )\d+$/,
      (m) => `${m[1]}many`,
    ),
  ),
  oslo(
    'boolean that is none',
    edit(/^(\w+ = )(true|false)$/, (m) => `${m[1]}${m[2]}ly`),
  ),
  oslo(
    'number out of its range',
    edit(
      /^((?:expiration|max_active_keys|workers|reserved_host_memory_mb|cpu_allocation_ratio) = )[\d.]+$/,
      (m) => `${m[1]}-5`,
    ),
  ),
  oslo(
    'value that is not among the choices',
    edit(/^((?:virt_type|cpu_mode|auth_strategy) = )(.+)$/, (m) => `${m[1]}${m[2]}-x`),
  ),
  oslo(
    'option that is gone',
    insertAfter(/^\[DEFAULT\]$/, () => ['use_neutron = true']),
    /^services\/nova\.conf$/,
  ),
  oslo(
    'option that is deprecated',
    insertAfter(/^\[vnc\]$/, () => ['vncserver_listen = 0.0.0.0']),
    /^services\/nova\.conf$/,
  ),
  oslo(
    'option that continues the one before',
    edit(
      /^(\w+ = .*)$/,
      (m) => ` ${m[1]}`,
      (at) => [at - 1, at],
    ),
  ),
  oslo(
    'option before any section',
    edit(
      /^\[DEFAULT\]$/,
      () => '# the defaults',
      (at) => [at + 1],
    ),
  ),
  oslo(
    'section that is not closed',
    edit(/^\[(\w+)\]$/, (m) => `[${m[1]}`),
  ),
  oslo(
    'option without a value',
    edit(/^(\w+) = .*$/, (m) => m[1]),
  ),
  oslo(
    'option twice',
    duplicate(/^(max_overflow|expiration|virt_type|workers|state_path|volume_group) = /, (line) =>
      line.replace(/= .*/, '= 3'),
    ),
  ),
  oslo(
    'comment behind a value',
    edit(/^(\w+ = (?:\d+|true|false))$/, (m) => `${m[1]}  # as agreed`),
  ),
  oslo(
    'backend without a section',
    edit(/^(enabled_backends = .*)$/, (m) => `${m[1]},nfs`),
    /cinder/,
  ),
  oslo(
    'unescaped dollar in an address',
    insertAfter(/^\[database\]$/, () => ['connection = mysql+pymysql://keystone:pa$word@10.0.0.1/keystone']),
    /keystone/,
  ),
  oslo(
    'password in the clear',
    insertAfter(/^\[neutron\]$/, () => ['password = Tr4pezoid-Quill9']),
    /nova/,
  ),
  cloud(
    'misspelled key of a cloud',
    misspell(/^ {4}(?<word>auth_type|region_name|interface|identity_api_version):/),
  ),
  cloud(
    'misspelled key of auth',
    misspell(/^ {6}(?<word>auth_url|username|project_name|user_domain_name|project_domain_name):/),
  ),
  cloud(
    'address of an API that is gone',
    edit(/^( {6}auth_url: https:\/\/[^/]+\/)v3$/, (m) => `${m[1]}v2.0`),
  ),
  cloud(
    'address that is none',
    edit(/^( {6}auth_url: )https:\/\/(.*)$/, (m) => `${m[1]}${m[2]}`),
  ),
  cloud(
    'password beside the address',
    insertAfter(/^( {6})username: /, (m) => [`${m[1]}password: Tr4pezoid-Quill9`]),
  ),
  cloud(
    'certificates that are not verified',
    insertAfter(/^( {4})interface: /, (m) => [`${m[1]}verify: false`]),
  ),
  cloud(
    'user without a domain',
    edit(
      /^ {6}user_domain_name: .*/,
      () => '',
      (_at, lines) =>
        lines.flatMap((line, at) =>
          at < 12 && / (auth|username|auth_url|region-one|project_name):/.test(line) ? [at] : [],
        ),
    ),
  ),
  cloud(
    'unknown interface',
    edit(/^( {4}interface: )(\w+)$/, (m) => `${m[1]}${m[2]}URLs`),
  ),
  cloud(
    'project for an application credential',
    insertAfter(/^( {6})application_credential_id: /, (m) => [`${m[1]}project_name: platform`]),
  ),
]
