using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions;

/// <summary>Queue <c>notify-people</c>: sends e-mails that people are to have.</summary>
internal static class NotifyPeopleFunction
{
    public const string Name = "NotifyPeople";

    public static void Map(IEndpointRouteBuilder app) =>
        Events.MapQueue(app, Name, MessageJson.Default.NotifyPeopleMessage,
            (message, services, cancellation) => message.News is null
                ? services.GetRequiredService<NotifyPeople>().RunAsync(message, cancellation)
                : services.GetRequiredService<MailNews>().RunAsync(message, cancellation));
}
