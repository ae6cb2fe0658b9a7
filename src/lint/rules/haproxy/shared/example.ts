/** A small configuration in which no rule finds anything; the rules' examples change one thing in it. */
export const EXAMPLE = `global
    hard-stop-after 10m
    stats socket /run/haproxy/admin.sock mode 660 level operator

defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s

frontend keystone
    bind 203.0.113.10:5000
    default_backend keystone

backend keystone
    option httpchk
    http-check send meth GET uri /healthcheck
    http-check expect status 200
    server infra1 10.0.0.11:5000 check
    server infra2 10.0.0.12:5000 check
`
