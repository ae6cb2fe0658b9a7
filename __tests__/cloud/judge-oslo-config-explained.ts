/** Where the two do not agree, and why. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  [`nova ${JSON.stringify('[LibVirt]\nvirt_type = kvm\n[DATABASE]\nmax_retries = -1\n')} unknown DATABASE/max_retries: theirs alone`]:
    'the validator compares names of sections as they are written, oslo.config itself in lower case',
  [`nova ${JSON.stringify('[LibVirt]\nvirt_type = kvm\n[DATABASE]\nmax_retries = -1\n')} unknown LibVirt/virt_type: theirs alone`]:
    'the validator compares names of sections as they are written, oslo.config itself in lower case',
  [`nova ${JSON.stringify('[DEFAULT]\nuse-syslog = false\n')} unknown DEFAULT/use-syslog: ours alone`]:
    "the validator also takes the command line's spelling, which oslo.config does not read from files",
  'electrocucaracha-multinode/etc/kolla/config/glance/glance-api.conf unknown lvm1/cinder_volume_type: theirs alone':
    'Glance reads the options of [glance_store] from the section of each of its stores',
  'stackhpc-kayobe-config/etc/kayobe/environments/aufn-ceph/kolla/config/neutron.conf invalid DEFAULT/global_physnet_mtu: theirs alone':
    'the value is an expression of Jinja, which is filled in before oslo.config sees it',
  'stackhpc-kayobe-config/etc/kayobe/environments/aufn-ceph/kolla/config/neutron/ml2_conf.ini invalid ml2/path_mtu: theirs alone':
    'the value is an expression of Jinja, which is filled in before oslo.config sees it',
  'stackhpc-kayobe-config/etc/kayobe/environments/ci-multinode/kolla/config/neutron.conf invalid DEFAULT/global_physnet_mtu: theirs alone':
    'the value is an expression of Jinja, which is filled in before oslo.config sees it',
  'stackhpc-kayobe-config/etc/kayobe/environments/ci-multinode/kolla/config/neutron/ml2_conf.ini invalid ml2/path_mtu: theirs alone':
    'the value is an expression of Jinja, which is filled in before oslo.config sees it',
}
