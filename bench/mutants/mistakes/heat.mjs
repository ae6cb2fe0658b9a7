import { duplicate, edit, insertAfter, misspell, remove, shift } from '../edit.mjs'

const TEMPLATE = /^workload\/(web|site|production)\.yaml$/
const ENVIRONMENT = /^workload\/web\.env\.yaml$/

const template = (name, mutants, files = TEMPLATE) => ({ kind: 'heat', name, files, mutants })
const environment = (name, mutants) => ({ kind: 'heat_environment', name, files: ENVIRONMENT, mutants })

export const heat = [
  template('misspelled section', misspell(/^(?<word>parameters|resources|outputs|conditions):/)),
  template('misspelled resource type', misspell(/^ {4}type: OS::\w+::(?<word>\w{4,})$/)),
  template(
    'misspelled property',
    misspell(
      /^ {6,10}(?:- )?(?<word>admin_state_up|cidr|ip_version|enable_dhcp|dns_nameservers|port_range_max|config_drive|user_data_format|security_groups|networks|flavor|key_name|mountpoint|vip_subnet|lb_algorithm|protocol_port|max_retries|floating_network|scheduler_hints|port_security_enabled):/,
    ),
  ),
  template(
    'missing required property',
    remove(
      /^ {6}(cidr|router|flavor|instance_uuid|protocol|protocol_port|lb_algorithm|delay|resource_def|floating_network):/,
    ),
  ),
  template('misspelled resource key', misspell(/^ {4}(?<word>properties|depends_on|deletion_policy):/)),
  template(
    'undefined parameter',
    edit(/get_param: (\w+)/, (m) => m.input.replace(m[0], `get_param: ${m[1]}s`)),
  ),
  template(
    'undefined resource',
    edit(/get_resource: (\w+)/, (m) => m.input.replace(m[0], `get_resource: ${m[1]}_1`)),
  ),
  template(
    'undefined attribute',
    edit(/get_attr: \[(\w+), (\w+)\]/, (m, r) =>
      m.input.replace(m[0], `get_attr: [${m[1]}, ${m[2]}${r() < 0.5 ? 'es' : '_v4'}]`),
    ),
  ),
  template(
    'get_attr of an undefined resource',
    edit(/get_attr: \[(\w+),/, (m) => m.input.replace(m[1], `my_${m[1]}`)),
  ),
  template(
    'depends_on an undefined resource',
    edit(/^( {4}depends_on: )/, (m) => `${m[1]}the_router`),
  ),
  template(
    'wrong type of a value',
    edit(
      /^( +(?:- )?(?:delay|max_retries|timeout|port_range_min|protocol_port|count): )\d+$/,
      (m) => `${m[1]}five`,
    ),
  ),
  template(
    'a boolean that is none',
    edit(
      /^( +(?:admin_state_up|enable_dhcp|config_drive|port_security_enabled): )true$/,
      (m) => `${m[1]}enabled`,
    ),
  ),
  template(
    'value that is not allowed',
    edit(
      /^( +(?:- )?(?:protocol|lb_algorithm|user_data_format|ip_version|type|user_data_update_policy|deletion_policy): )(HTTP|ROUND_ROBIN|RAW|4|IGNORE|Snapshot|Retain)$/,
      (m) => `${m[1]}${m[2] === '4' ? '5' : `${m[2]}X`}`,
    ),
  ),
  template(
    'default outside of its own range',
    edit(/^( {4}default: )20$|(size: \{ type: number, default: )40/, (m) =>
      m.input.replace(/20$|40/, '4000'),
    ),
  ),
  template(
    'default that is not allowed',
    edit(/^( {4}default: )staging$/, (m) => `${m[1]}stage`),
  ),
  template(
    'misspelled parameter type',
    misspell(/^ (?: {3}type| {2}\w+: \{ type): (?<word>string|number|comma_delimited_list)\b/),
  ),
  template('misspelled parameter key', misspell(/^ {4}(?<word>default|description|constraints|hidden):/)),
  template('misspelled function', misspell(/\{ (?<word>get_param|get_resource|get_attr|list_join):/)),
  template(
    'function that this template version lacks',
    edit(
      /^heat_template_version: .*/,
      () => 'heat_template_version: 2015-10-15',
      (_at, lines) => lines.flatMap((line, at) => (/^conditions:|\bif:/.test(line) ? [at] : [])),
    ),
    /^workload\/web\.yaml$/,
  ),
  template(
    'template version that no Heat knows',
    edit(/^heat_template_version: .*/, () => 'heat_template_version: 2018-03-31'),
  ),
  template(
    'resource defined twice',
    insertAfter(/^ {2}(port|volume|member|monitor|second|subnet):$/, (m) => [
      '    type: OS::Neutron::Net',
      m.input,
    ]),
  ),
  template(
    'undefined condition',
    edit(/if: \[is_production,/, (m) => m.input.replace('is_production', 'production')),
  ),
  template(
    'resources that need each other',
    edit(
      /^( {4})type: OS::Neutron::Router$/,
      (m) => `${m.input}\n    depends_on: router_interface`,
      (at) => Array.from({ length: 13 }, (_, index) => at - 1 + index), // both resources
    ),
    /^workload\/web\.yaml$/,
  ),
  template(
    'property of a nested template that it lacks',
    edit(/^( +)(size|group): (\{ get_)/, (m) => `${m[1]}${m[2]}_id: ${m[3]}${m.input.slice(m[0].length)}`),
    /production/,
  ),
  template(
    'nested template that is not there',
    edit(/^( +type: )site\.yaml$/, (m) => `${m[1]}sites.yaml`),
    /production/,
  ),
  template(
    'str_replace with a name that the text lacks',
    edit(/^( {12})\$(environment|password): /, (m) => m.input.replace(`$${m[2]}`, `$the_${m[2]}`)),
    /web\.yaml/,
  ),
  template('wrong indent', shift(/^ {6}(cidr|image|flavor|protocol|size|volume_id): /, -2)),
  environment('misspelled section', misspell(/^(?<word>parameters|parameter_defaults|resource_registry):/)),
  environment(
    'parameter that the template lacks',
    edit(/^( {2})(image|key_name|public_network): /, (m) => m.input.replace(m[2], `${m[2]}_id`)),
  ),
  environment(
    'value that the template does not allow',
    edit(/^( {2}volume_size: )100$|^( {2}environment: )production$/, (m) =>
      m[1] ? `${m[1]}1000` : `${m[2]}live`,
    ),
  ),
  environment(
    'nested template that is not there',
    edit(/^( {2}Site::Application: ).*/, (m) => `${m[1]}templates/site.yaml`),
  ),
  environment(
    'restricted action that Heat does not know',
    edit(/^( {6}restricted_actions: ).*/, (m) => `${m[1]}replaced`),
  ),
  environment('section twice', duplicate(/^parameters:$|^parameter_defaults:$/)),
]
