using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.Notices;

/// <summary>Chooses how notices leave, by the settings; GOV.UK Notify where both are there.</summary>
internal static class Notifiers
{
    public static void AddServices(IServiceCollection services, IConfiguration settings)
    {
        // What it answers is never followed elsewhere: the request holds an address.
        services.AddHttpClient(nameof(NotifyNotifier)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<INotifier>(provider => MailSettings.Read(settings) switch
        {
            { Notify: { } notify } => new NotifyNotifier(notify, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(NotifyNotifier))),
            { Smtp: var smtp } => new SmtpNotifier(smtp!),
        });
    }
}
