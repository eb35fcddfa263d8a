using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.Notices;

/// <summary>
/// Sends notices by GOV.UK Notify, version 2 of its API: <c>POST /v2/notifications/email</c> with a token signed by the key's secret, of which
/// the issuer is the service's id (docs.notifications.service.gov.uk/rest-api.html).
/// </summary>
internal sealed class NotifyNotifier(NotifySettings settings, HttpClient http) : INotifier
{
    public async Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Address, "/v2/notifications/email"))
        {
            Content = new StringContent(
                new JsonObject
                {
                    ["email_address"] = notice.To,
                    ["template_id"] = settings.TemplateId,
                    ["personalisation"] = new JsonObject { ["subject"] = notice.Subject, ["body"] = notice.Body },
                    ["reference"] = notice.Reference,
                }.ToJsonString(),
                Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        using var answer = await http.SendAsync(request, cancellation);
        // What it answers may repeat the address, so only the status is told on.
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"GOV.UK Notify answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    private string Token() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = settings.ServiceId,
        IssuedAt = DateTime.UtcNow,
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.Secret)), SecurityAlgorithms.HmacSha256),
    });
}
