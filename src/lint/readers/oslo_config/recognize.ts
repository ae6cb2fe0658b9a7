import { isOtherIni, serviceOfFile } from './services.js'

/** Sections that only OpenStack's services have. */
const SECTION =
  /^\[(?:keystone_authtoken|oslo_\w+|ml2(?:_type_\w+)?|securitygroup|glance_store|placement_database|api_database|service_user|fernet_tokens|health_manager|haproxy_amphora)\]/m
/** Services without facts about their options. */
const OTHER_SERVICE = /^(?:blazar|cloudkitty|cyborg|freezer|senlin|tacker|vitrage|watcher|zaqar|zun)\b/i
const OTHER_TEXT = /^[^\S\n]*<\w|^\[(?:uwsgi|program:|pipeline:|composite:|loggers\])/m
/** The file that kolla-ansible merges into those of all services. */
const GLOBAL = /(?:^|\/)(?:config|overlays)\/global\.conf$/

/** Whether oslo.config reads the file. */
export function isOsloConfig(path: string, text: string): boolean {
  if (!/\.(?:conf|ini)$/i.test(path) || isOtherIni(path)) return false
  const name = path.slice(path.lastIndexOf('/') + 1)
  const isNamed = serviceOfFile(path) !== undefined || OTHER_SERVICE.test(name) || GLOBAL.test(path)
  // files of Apache, fluentd or uWSGI may be named after a service
  if (isNamed) return /^\[/m.test(text) ? !OTHER_TEXT.test(text) : isUnsectioned(path, text)
  return SECTION.test(text)
}

/** Whether it is a service's file in which all section headers are missing. */
function isUnsectioned(path: string, text: string): boolean {
  const lines = text.split('\n').filter((line) => /^[^#;\s]/.test(line))
  return /(?:^|\/)(?:etc|config|overlays)\//.test(path) && lines.length > 0 && lines.every(isAssignment)
}

function isAssignment(line: string): boolean {
  return /^[a-z]\w*[ \t]*=/.test(line)
}
