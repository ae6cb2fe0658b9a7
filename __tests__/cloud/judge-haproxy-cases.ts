/** Small configurations, valid and broken, that HAProxy and the checks are both asked about. */

const GLOBAL = 'global\n    log stdout local0\n    hard-stop-after 10m\n'
const DEFAULTS = `defaults
    mode http
    timeout connect 5s
    timeout client 5s
    timeout server 5s
`
const FRAME = `${GLOBAL}${DEFAULTS}`

/** A frame that is valid, and what is looked at in it. */
function framed(text: string): string {
  return `${FRAME}${text}\n`
}

function backend(lines: string): string {
  return framed(`backend b\n${lines}`)
}

function frontend(lines: string): string {
  return framed(`frontend f\n    bind 127.0.0.1:8181\n${lines}\nbackend b\n    server a 127.0.0.1:1`)
}

function inDefaults(lines: string): string {
  return `${FRAME}${lines}\nbackend b\n    server a 127.0.0.1:1\n`
}

export const CASES: Readonly<Record<string, string>> = {
  // fine
  'a backend': backend('    server a 127.0.0.1:1 check'),
  'two servers': backend('    server a 127.0.0.1:1 check\n    server b 127.0.0.1:2 check backup'),
  'a health check': backend(
    '    option httpchk GET /healthcheck\n    http-check expect status 200,404\n    server a 127.0.0.1:1 check',
  ),
  'a health check in steps': backend(
    '    option httpchk\n    http-check connect\n    http-check send meth GET uri /\n    http-check expect status 200\n    http-check connect port 81\n    http-check send meth GET uri /x\n    http-check expect status 200\n    server a 127.0.0.1:1 check',
  ),
  'rules before the option': backend(
    '    http-check expect status 200\n    option httpchk\n    server a 127.0.0.1:1 check',
  ),
  'disable-on-404 alone': backend('    http-check disable-on-404\n    server a 127.0.0.1:1 check'),
  'one name for frontend and backend': framed('frontend x\n    bind 127.0.0.1:8181\nbackend x'),
  'a listen as a backend': framed(
    'frontend f\n    bind 127.0.0.1:8181\n    default_backend l\nlisten l\n    bind 127.0.0.1:8182\n    server a 127.0.0.1:1',
  ),
  'a backend by a sample': frontend('    use_backend %[req.hdr(host),lower]\n    default_backend b'),
  'anonymous acls': frontend('    http-request deny if { path / } || !{ src 10.0.0.0/8 } METH_GET'),
  'an acl': frontend('    acl a path /\n    http-request deny if a'),
  'quotes and escapes': frontend(
    `    http-request set-header X "a \\"b\\" # c"\n    http-request set-header Y 'a\\b'\n    http-request set-header Z a\\ b # end`,
  ),
  'defaults by name': `${GLOBAL}${DEFAULTS.replace('defaults', 'defaults one')}defaults two from one\n    retries 2\nbackend b from two\n    server a 127.0.0.1:1\n`,
  'rules in defaults by name': `${GLOBAL}${DEFAULTS.replace('defaults', 'defaults one')}    acl a path /\n    http-request deny if a\nbackend b from one\n`,
  'a userlist': framed('userlist u\n    user admin insecure-password x'),
  'a peers section': framed(
    'peers p\n    peer a 127.0.0.1:10001\nbackend b\n    stick-table type ip size 1m peers p\n    stick on src',
  ),
  resolvers: framed(
    'resolvers r\n    nameserver n 127.0.0.1:53\nbackend b\n    server a 127.0.0.1:1 resolvers r',
  ),
  'resolvers that are always there': backend('    server a 127.0.0.1:1 resolvers default'),
  'a server template': backend('    server-template a 3 127.0.0.1:1 check'),
  'a port range': framed('frontend f\n    bind 127.0.0.1:8181-8183\n    http-request deny'),
  'a socket file': framed('frontend f\n    bind unix@/tmp/changeover-judge.sock\n    http-request deny'),
  'negated options': backend('    no option httpclose\n    server a 127.0.0.1:1'),
  'a tunnel instead of a server timeout': `${GLOBAL}listen l\n    mode tcp\n    bind 127.0.0.1:8181\n    timeout client 5s\n    timeout connect 5s\n    timeout tunnel 1h\n    server a 127.0.0.1:1\n`,
  'conditional blocks': `${FRAME}.if version_atleast(2.4)\nbackend b\n.else\nbackend b\n.endif\n`,
  'an environment variable': `global\n    presetenv PORT 8181\n${DEFAULTS}frontend f\n    bind "127.0.0.1:\${PORT}"\n    http-request deny\n`,
  'carriage returns': backend('    server a 127.0.0.1:1').replaceAll('\n', '\r\n'),
  'use-server': backend('    use-server a if { path / }\n    server a 127.0.0.1:1'),
  'server settings': backend(
    '    default-server inter 2s fall 3 rise 2 maxconn 50\n    server a 127.0.0.1:1 check port 9200 weight 10 ssl verify none sni str(x) on-marked-down shutdown-sessions init-addr last,libc,none source 127.0.0.1 usesrc clientip',
  ),
  statistics: framed(
    'listen l\n    bind 127.0.0.1:8181\n    stats enable\n    stats uri /\n    stats auth a:long-enough',
  ),
  'a duplicate id elsewhere': framed(
    'backend b\n    server a 127.0.0.1:1 id 1\nbackend c\n    server a 127.0.0.1:1 id 1',
  ),

  // refused
  'an order that cannot be': backend(
    '    option httpchk\n    http-check expect status 200\n    http-check send meth GET uri /\n    server a 127.0.0.1:1 check',
  ),
  'an order that cannot be, where the option is inherited': inDefaults('    option httpchk').replace(
    '    server a 127.0.0.1:1\n',
    '    http-check expect status 200\n    http-check send meth GET uri /\n    server a 127.0.0.1:1 check\n',
  ),
  'connect after send': backend(
    '    option httpchk\n    http-check connect\n    http-check send meth GET uri /\n    http-check connect\n    http-check expect status 200',
  ),
  'use_backend to nothing': frontend('    use_backend x if { path / }'),
  'default_backend to nothing': frontend('    default_backend x'),
  'default_backend to a frontend': framed(
    'frontend f\n    bind 127.0.0.1:8181\n    default_backend g\nfrontend g\n    bind 127.0.0.1:8182',
  ),
  'use-server to nothing': backend('    use-server x if { path / }\n    server a 127.0.0.1:1'),
  'two frontends of one name': framed(
    'frontend f\n    bind 127.0.0.1:8181\nfrontend f\n    bind 127.0.0.1:8182',
  ),
  'two backends of one name': framed('backend b\nbackend b'),
  'a listen and a backend of one name': framed('listen b\n    bind 127.0.0.1:8181\nbackend b'),
  'two servers of one name': backend('    server a 127.0.0.1:1\n    server a 127.0.0.1:2'),
  'two proxies of one id': framed('backend b\n    id 5\nbackend c\n    id 5'),
  'two servers of one id': backend('    server a 127.0.0.1:1 id 3\n    server b 127.0.0.1:2 id 3'),
  'two binds of one id': framed(
    'frontend f\n    bind 127.0.0.1:8181 id 3\n    bind 127.0.0.1:8182 id 3\n    http-request deny',
  ),
  'defaults that are not there': framed('backend b from y'),
  'a misspelled keyword': backend('    blance roundrobin'),
  'a misspelled section': framed('backnd b\n    balance roundrobin'),
  'a misspelled option': backend('    option httpchck'),
  'a misspelled setting of a server': backend('    server a 127.0.0.1:1 chek'),
  'a misspelled setting of a bind': framed(
    'frontend f\n    bind 127.0.0.1:8181 accept-prxy\n    http-request deny',
  ),
  'a misspelled timeout': backend('    timeout conect 5s'),
  'a misspelled global': `global\n    hard-stop-afer 10m\n${DEFAULTS}`,
  'a misspelled http-check': backend('    option httpchk\n    http-check expct status 200'),
  'an acl that is not there': frontend('    http-request deny if foo'),
  'an acl further down': frontend('    http-request deny if foo\n    acl foo path /'),
  'an acl in defaults': inDefaults('    acl a path /'),
  'a server in a frontend': frontend('    server a 127.0.0.1:1'),
  'a server in defaults': inDefaults('    server a 127.0.0.1:1'),
  'a bind in defaults': inDefaults('    bind 127.0.0.1:8181'),
  'use_backend in defaults': inDefaults('    use_backend b if TRUE'),
  'no line feed at the end': backend('    server a 127.0.0.1:1').trimEnd(),
  'an open quote': backend('    log-format "abc'),
  'an open single quote': backend("    http-request set-header X 'abc"),
  'an address without a port': framed('frontend f\n    bind 127.0.0.1'),
  'a port that does not exist': framed('frontend f\n    bind 127.0.0.1:99999'),
  'peers that are not there': backend('    stick-table type ip size 1m peers p'),
  'resolvers that are not there': backend('    server a 127.0.0.1:1 resolvers r'),
  'http in front of tcp': framed(
    'frontend f\n    bind 127.0.0.1:8181\n    default_backend b\nbackend b\n    mode tcp',
  ),
  'contimeout of old': backend('    contimeout 5s'),
  'reqrep of old': backend('    reqrep ^a b'),
  'forceclose of old': backend('    option forceclose'),
  'nbproc of old': `global\n    nbproc 2\n${DEFAULTS}`,

  // started, with a warning
  'http-check that is ignored': backend('    http-check expect status 200\n    server a 127.0.0.1:1 check'),
  'http-check beside tcp-check': backend('    option tcp-check\n    http-check expect status 200'),
  'no timeouts': `${GLOBAL}defaults\n    mode http\nfrontend f\n    bind 127.0.0.1:8181\nbackend b\n    server a 127.0.0.1:1\n`,
  'no timeout in a listen': `${GLOBAL}listen l\n    bind 127.0.0.1:8181\n    mode tcp\n    server a 127.0.0.1:1\n`,
  'a unit that is none': backend('    timeout server 5sec'),
  'no bind': framed('frontend f\n    default_backend b\nbackend b'),
  'a bind in a backend': backend('    bind 127.0.0.1:8181'),
  'balance in a frontend': frontend('    balance roundrobin'),
  'a check in a frontend': frontend('    option httpchk'),
  'maxconn in a backend': backend('    maxconn 5'),
  'http rules in mode tcp': frontend('    mode tcp\n    http-request deny'),
  'http rules behind a switch of the mode': frontend(
    '    mode tcp\n    tcp-request inspect-delay 1s\n    tcp-request content switch-mode http if HTTP\n    http-request deny if { path /x }',
  ),
  'a rule below use_backend': frontend('    use_backend b if { path / }\n    http-request deny'),
  'a rule below redirect': frontend('    redirect location / if { path /a }\n    http-request deny'),
  'a state file that is not named': inDefaults('    load-server-state-from-file global'),

  // started, and wrong without a word
  'a check that sends nothing': inDefaults('    option httpchk GET /').replace(
    '    server a 127.0.0.1:1\n',
    '    http-check expect status 200\n    server a 127.0.0.1:1 check\n',
  ),
  'http-check in defaults that nobody uses': inDefaults('    http-check expect status 200'),
  'two frontends on one address': framed(
    'frontend f\n    bind 127.0.0.1:8181\n    http-request deny\nfrontend g\n    bind 127.0.0.1:8181\n    http-request deny',
  ),
  'a timeout of milliseconds': backend('    timeout server 5'),
  'a server without a check': backend('    server a 127.0.0.1:1 check\n    server b 127.0.0.1:2'),
  'statistics for everybody': framed(
    'listen l\n    bind 0.0.0.0:8181\n    stats enable\n    stats uri /\n    stats admin if TRUE',
  ),

  // what only the machine knows
  'a certificate': framed(
    'frontend f\n    bind 127.0.0.1:8181 ssl crt /nonexistent/site.pem\n    http-request deny',
  ),
  'a user': `global\n    user nobody-has-this-name\n${DEFAULTS}`,
  'a host name': backend('    server a no-such-host.invalid:80'),
  'a map file': frontend('    use_backend %[req.hdr(host),map(/nonexistent/hosts.map)]'),
  'an error page': backend('    errorfile 503 /nonexistent/503.http'),

  // what the checks do not look at
  'a balance algorithm': backend('    balance leastcon'),
  'a mode': backend('    mode htp'),
  'an action': frontend('    http-request set-heder X y'),
  'actions with parentheses': frontend(
    '    http-request set-var(txn.x) src\n    http-request sc-inc-gpc0(0)\n    http-request track-sc0 src table b',
  ).replace('backend b\n', 'backend b\n    stick-table type ip size 1m store gpc0\n'),
  'a name with a slash': framed('backend b/c'),
  'an expectation': backend('    option httpchk\n    http-check expect stats 200'),
  'a cookie in mode tcp': backend('    mode tcp\n    cookie X insert\n    server a 127.0.0.1:1'),
  'a log format in a backend': backend('    option httplog'),
}
