using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.Notices;

/// <summary>Chooses how notices leave, by the settings; GOV.UK Notify where both are there.</summary>
internal static class Notifiers
{
    public static void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddHttpClient();
        services.AddSingleton<INotifier>(provider => MailSettings.Read(settings) switch
        {
            { Notify: { } notify } => new NotifyNotifier(notify, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(NotifyNotifier))),
            { Smtp: var smtp } => new SmtpNotifier(smtp!),
        });
    }
}
