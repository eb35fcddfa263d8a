using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>Who issues tokens that the portal takes of programs, to choose from.</summary>
internal sealed class TokenIssuers(ProviderList providers)
{
    private const string TenantPlace = "{tenantid}";

    /// <summary>A choice's value is the issuer; one that does not answer now is left out.</summary>
    public async Task<IReadOnlyList<Choice>> ListAsync(CancellationToken cancellation)
    {
        var choices = new List<Choice>();
        foreach (var provider in providers.All.Where(provider => provider.Settings.Audience is not null))
            try
            {
                var issuer = (await provider.Discovery.GetAsync(cancellation)).Issuer;
                if (issuer.Contains(TenantPlace, StringComparison.Ordinal))
                    choices.AddRange(provider.Settings.Tenants.Select(tenant => new Choice(issuer.Replace(TenantPlace, tenant, StringComparison.Ordinal), $"{provider.Settings.Name}, tenant {tenant}")));
                else
                    choices.Add(new Choice(issuer, provider.Settings.Name));
            }
            catch (Exception away) when (ProviderDiscovery.IsAway(away))
            {
                continue;
            }
        return choices;
    }
}
