using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// Dates and signs each try, so that a retry is not refused for its age (Microsoft Learn, "Authorize with Shared Key", Shared Key Lite for the
/// Table service). An emulator's path begins with the account, which then stands twice in the signed text.
/// </summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signature = credential.Sign($"{date}\n/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }
}
