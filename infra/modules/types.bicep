metadata description = 'What parameters look like that more than one file takes.'

@export()
@description('A helpdesk that may send webhooks. Its secret is the secret webhook-{name} of the Key Vault.')
type connection = {
  @description('The last part of its address, /api/webhooks/{name}: letters, digits and _. Its _ is a - in the name of its secret.')
  @minLength(1)
  @maxLength(40)
  name: string

  @description('What kind of helpdesk it is.')
  kind:
    | 'zendesk'
    | 'jira'
    | 'freshdesk'
    | 'servicenow'
    | 'zammad'
    | 'glpi'
    | 'github'
    | 'intercom'
    | 'chatwoot'
    | 'hubspot'
    | 'frappe'
    | 'standard-webhooks'
}

@export()
@description('Somebody who deploys: puts the secrets into the Key Vault and the package into its container.')
type principal = {
  @description('The object id in Entra ID.')
  principalId: string

  @description('What it is the id of.')
  principalType: 'User' | 'Group' | 'ServicePrincipal'
}
