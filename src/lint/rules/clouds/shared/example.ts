/** Two files in which no rule finds anything; the rules' examples change one thing in them. */
export const CLOUDS = `clouds:
  production:
    auth:
      auth_url: https://keystone.example.com:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: region-one
    interface: public
`
