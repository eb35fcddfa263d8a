using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>
/// Every minute: sends again what stayed in an outbox. Where the portal has no administrator and the settings say who is to be one, they are invited.
/// </summary>
internal static class SweepOutboxFunction
{
    public const string Name = "SweepOutbox";

    private const string AdministratorEmail = "Portal:AdministratorEmail";

    public static void Map(IEndpointRouteBuilder app) => Events.MapTimer(app, Name, RunAsync);

    private static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<SweepOutbox>().RunAsync(cancellation);
        if (services.GetRequiredService<IConfiguration>()[AdministratorEmail] is { Length: > 0 } email)
            await services.GetRequiredService<SetUp>().InviteAdministratorAsync(email, cancellation);
    }
}
